package org.annotomy.slide.pyramid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.digest.Sha256;
import org.annotomy.home.UserFolder;
import org.annotomy.task.Progress;

/**
 * Pyramids that were made, in the user's folder, bounded in all: the ones that were not used for longest go first. A file is known by a
 * salted digest of its path, size and time of change, so that the names in the folder tell nothing.
 */
public final class PyramidCache {

	private static final long USUAL_BYTES = 8L << 30;
	private static final String SALT = "salt";
	private static final int SALT_BYTES = 16;
	private static final String ENDING = ".tif";
	private static final String UNFINISHED = ".part";
	private static final long LEFTOVER_MS = 3_600_000;

	private final Path folder;
	private final long maxBytes;

	PyramidCache(Path folder, long maxBytes) {
		this.folder = folder;
		this.maxBytes = maxBytes;
	}

	/**
	 * That of the user, of 8 GB. The system property {@code annotomy.pyramids} names another folder, {@code annotomy.pyramidsMb} another
	 * size.
	 */
	public static PyramidCache ofUser() {
		return new PyramidCache(UserFolder.of("pyramids"), Long.getLong("annotomy.pyramidsMb", USUAL_BYTES >> 20) << 20);
	}

	/** What makes a pyramid. */
	@FunctionalInterface
	interface Maker {
		void make(Path file, long maxBytes) throws IOException;
	}

	/** The pyramid of a file; made if it is not there. */
	Path get(Path of, Maker maker, Progress progress) throws IOException {
		UserFolder.makePrivate(folder);
		Path kept = folder.resolve(name(of) + ENDING);
		if (Files.isRegularFile(kept)) {
			Files.setLastModifiedTime(kept, FileTime.fromMillis(System.currentTimeMillis()));
			return kept;
		}
		progress.update(0, "Making a pyramid");
		deleteLeftovers();
		Path part = Files.createTempFile(folder, "new", UNFINISHED);
		try {
			maker.make(part, maxBytes);
			makeRoom(Files.size(part));
			Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
			return kept;
		} finally {
			Files.deleteIfExists(part);
		}
	}

	/** What a program that was killed has left: whoever is at work writes all the time. */
	private void deleteLeftovers() throws IOException {
		FileTime old = FileTime.fromMillis(System.currentTimeMillis() - LEFTOVER_MS);
		try (Stream<Path> files = Files.list(folder)) {
			files.filter(file -> file.toString().endsWith(UNFINISHED) && used(file).compareTo(old) < 0)
					.forEach(PyramidCache::delete);
		}
	}

	private void makeRoom(long bytes) throws IOException {
		long left = maxBytes - bytes;
		for (Path file : newestFirst()) {
			left -= size(file);
			if (left < 0) delete(file);
		}
	}

	private List<Path> newestFirst() throws IOException {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(ENDING))
					.sorted(Comparator.comparing(PyramidCache::used).reversed()).toList();
		}
	}

	private static FileTime used(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		} catch (IOException e) {
			return FileTime.fromMillis(0);
		}
	}

	private static long size(Path file) throws IOException {
		try {
			return Files.size(file);
		} catch (NoSuchFileException e) {
			return 0;
		}
	}

	/** A file that is in use cannot be deleted on Windows: it goes the next time. */
	private static boolean delete(Path file) {
		try {
			return Files.deleteIfExists(file);
		} catch (IOException e) {
			return false;
		}
	}

	/** Deletes all pyramids. @return how many bytes became free */
	public long clear() throws IOException {
		long freed = 0;
		if (!Files.isDirectory(folder)) return 0;
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(f -> f.toString().endsWith(ENDING) || f.toString().endsWith(UNFINISHED)).toList()) {
				long size = size(file);
				if (delete(file)) freed += size;
			}
		}
		return freed;
	}

	/** How many bytes the pyramids have together. */
	public long bytes() throws IOException {
		long bytes = 0;
		for (Path file : newestFirst())
			bytes += size(file);
		return bytes;
	}

	private String name(Path of) throws IOException {
		MessageDigest digest = Sha256.begin();
		digest.update(salt());
		digest.update(ByteBuffer.allocate(16).putLong(Files.size(of)).putLong(Files.getLastModifiedTime(of).toMillis()).flip());
		digest.update(of.toRealPath().toString().getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest.digest(), 0, 16);
	}

	private byte[] salt() throws IOException {
		Path file = folder.resolve(SALT);
		if (Files.isRegularFile(file) && Files.size(file) == SALT_BYTES) return Files.readAllBytes(file);
		byte[] salt = new byte[SALT_BYTES];
		new SecureRandom().nextBytes(salt);
		Files.write(file, salt);
		return salt;
	}
}
