package org.annotomy.dicom.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.nio.ByteBuffer;

import org.annotomy.dicom.scan.CacheFormat.Entry;
import org.annotomy.dicom.scan.CacheFormat.Key;
import org.annotomy.digest.Sha256;
import org.annotomy.home.UserFolder;

/**
 * What earlier scans found, so that a file that has not changed need not be opened again. A file is known by a salted digest of its path,
 * with its size and the time of its last change. Patients, descriptions, dates and paths are never kept: a list reads them anew from one
 * header of each study and series. Safe for use by several threads.
 */
final class HeaderCache {

	static final String FILE = "headers.bin";

	private static final int MAX_ENTRIES = 300_000;
	private static final int MAX_BYTES = 64 << 20;
	private static final int SALT = 16;
	private static final long DAY_MS = 86_400_000;
	/** A file that was changed just now may change again without another time or size. */
	private static final long STILL_WARM_MS = 2_000;

	private final Path folder;
	private final Clock clock;
	private final byte[] salt;
	private final Map<Key, Entry> entries;
	private volatile boolean changed;

	private HeaderCache(Path folder, Clock clock, byte[] salt, Map<Key, Entry> entries) {
		this.folder = folder;
		this.clock = clock;
		this.salt = salt;
		this.entries = new ConcurrentHashMap<>(entries);
	}

	/** That of the user; the system property {@code annotomy.scan} names another folder. */
	static HeaderCache ofUser() {
		return open(UserFolder.of("scan"), Clock.systemUTC());
	}

	/** A cache that cannot be read is empty: it is written anew. */
	static HeaderCache open(Path folder, Clock clock) {
		try {
			Path file = folder.resolve(FILE);
			if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
				CacheFormat.Content content = CacheFormat.read(Files.readAllBytes(file), SALT);
				return new HeaderCache(folder, clock, content.salt(), content.entries());
			}
		} catch (IOException | RuntimeException e) {
			return empty(folder, clock);
		}
		return empty(folder, clock);
	}

	private static HeaderCache empty(Path folder, Clock clock) {
		byte[] salt = new byte[SALT];
		new SecureRandom().nextBytes(salt);
		return new HeaderCache(folder, clock, salt, Map.of());
	}

	/** Null if the file is not known, or has changed. */
	FileFacts get(FoundFile file) {
		Key key = key(file);
		Entry entry = entries.get(key);
		if (entry == null || entry.bytes() != file.bytes() || entry.modifiedMs() != file.modifiedMs()) return null;
		int today = today();
		if (entry.day() != today) entries.put(key, entry.usedOn(today));
		return entry.facts();
	}

	/** Remembers what was found, unless the file was changed just now, or another program or version may open what this one cannot. */
	void put(FoundFile file, FileFacts facts) {
		if (clock.millis() - file.modifiedMs() < STILL_WARM_MS || facts.isRefusedForNow()) return;
		entries.put(key(file), new Entry(file.bytes(), file.modifiedMs(), today(), facts));
		changed = true;
	}

	private int today() {
		return (int) (clock.millis() / DAY_MS);
	}

	private Key key(FoundFile file) {
		MessageDigest digest = Sha256.begin();
		digest.update(salt);
		digest.update(file.path().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
		if (file.member() != null) digest.update(("\0" + file.member()).getBytes(StandardCharsets.UTF_8));
		ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
		return new Key(bytes.getLong(), bytes.getLong());
	}

	/** Writes what is new: beside, then in one step in the place of what was there. A cache that cannot be written is no failure. */
	void save() {
		if (!changed) return;
		changed = false;
		Path unfinished = null;
		try {
			UserFolder.makePrivate(folder);
			unfinished = Files.createTempFile(folder, "headers", ".tmp");
			Files.write(unfinished, CacheFormat.write(salt, bounded()));
			Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			discard(unfinished);
		}
	}

	private static void discard(Path unfinished) {
		try {
			if (unfinished != null) Files.deleteIfExists(unfinished);
		} catch (IOException e) {
			// It is left for the operating system to clear.
			return;
		}
	}

	/** Those used last. */
	private Map<Key, Entry> bounded() {
		if (entries.size() <= MAX_ENTRIES) return Map.copyOf(entries);
		List<Map.Entry<Key, Entry>> all = entries.entrySet().stream()
				.sorted(Comparator.comparingInt((Map.Entry<Key, Entry> e) -> e.getValue().day()).reversed()).limit(MAX_ENTRIES)
				.toList();
		Map<Key, Entry> kept = new HashMap<>();
		all.forEach(e -> kept.put(e.getKey(), e.getValue()));
		return kept;
	}
}
