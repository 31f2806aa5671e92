package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.home.UserFolder;
import org.annotomy.image.ImageFormatException;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.task.Progress;
import org.annotomy.task.WatchedCopy;

/**
 * What is to be sent, on the disk until a server has said that it has it. Each object lies there as {@code id.dcm} with {@code id.json}
 * beside it, a copy of its own: what becomes of the user's file later changes nothing of what is sent.
 */
public final class Outbox {

	private static final int MOST_BYTES = 1 << 16;
	private static final String COPYING = "Putting copies in line";
	private static final String OBJECT = ".dcm";
	private static final String NOTE = ".json";
	private static final String UNFINISHED = ".tmp";
	private static final Duration LEFT_OVER = Duration.ofDays(1);

	private final Path folder;
	private final Clock clock;

	public Outbox(Path folder, Clock clock) {
		this.folder = folder;
		this.clock = clock;
	}

	/**
	 * One object that waits.
	 *
	 * @param server its name in the user's list
	 * @param added when it was put here
	 * @param attempts how often it was sent in vain
	 * @param last what came of it the last time, in words; empty before the first
	 */
	public record Entry(String id, String server, String sopUid, String sopClassUid, Instant added, int attempts, String last) {

		/** After another attempt that failed. */
		public Entry failed(String words) {
			return new Entry(id, server, sopUid, sopClassUid, added, attempts + 1, words);
		}
	}

	/**
	 * Puts a file in line as it is now; one of the same UID for the same server gives way to it.
	 *
	 * @throws ImageFormatException if it is no DICOM file with valid UIDs
	 * @throws IOException if it cannot be put here
	 * @throws org.annotomy.task.CancelledException if the user cancelled: then it is not in line
	 */
	public Entry add(String server, Path file, Progress progress) throws IOException {
		InstanceHeader.of(file); // before what is no DICOM file takes room here
		DiskRoom.require(UserFolder.makePrivate(folder), Files.size(file));
		return add(server, unfinished -> copy(file, unfinished, progress));
	}

	private static void copy(Path file, Path unfinished, Progress progress) throws IOException {
		double size = Files.size(file);
		try (InputStream in = Files.newInputStream(file); OutputStream out = Files.newOutputStream(unfinished)) {
			WatchedCopy.copy(in, out, bytes -> {
				progress.checkCancelled();
				progress.update(Math.min(1, bytes / size), COPYING);
			});
		}
	}

	/**
	 * Puts an object in line that is in no file yet; nowhere but here, where nobody else can read it, is it written.
	 *
	 * @throws IOException if it cannot be put here
	 */
	public Entry add(String server, DicomDataset object) throws IOException {
		DiskRoom.require(UserFolder.makePrivate(folder));
		return add(server, unfinished -> DicomWriter.write(object, unfinished));
	}

	/** Writes an object into a file. */
	private interface Writing {
		void write(Path file) throws IOException;
	}

	private Entry add(String server, Writing object) throws IOException {
		tidy();
		Path unfinished = folder.resolve(UUID.randomUUID() + UNFINISHED);
		try {
			object.write(unfinished);
			InstanceHeader header = InstanceHeader.of(unfinished);
			List<Entry> older = entries().stream()
					.filter(e -> e.server().equals(server) && e.sopUid().equals(header.sopUid())).toList();
			Entry entry = new Entry(UUID.randomUUID().toString(), server, header.sopUid(), header.sopClassUid(), clock.instant(),
					0, "");
			// The note first: an object without one is sent nowhere.
			note(entry);
			Files.move(unfinished, object(entry), StandardCopyOption.ATOMIC_MOVE);
			for (Entry one : older)
				remove(one);
			return entry;
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/** Removes what a crash has left half written, long ago: another program of the same user may be writing now. */
	private void tidy() throws IOException {
		FileTime old = FileTime.from(clock.instant().minus(LEFT_OVER));
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(this::isUnfinished).toList())
				if (Files.getLastModifiedTime(file).compareTo(old) < 0) Files.deleteIfExists(file);
		} catch (NoSuchFileException e) {
			// Somebody else was faster.
		}
	}

	/** Half a file, or a note whose object is not there. */
	private boolean isUnfinished(Path file) {
		String name = file.getFileName().toString();
		if (!name.endsWith(NOTE)) return name.endsWith(UNFINISHED);
		return !Files.exists(folder.resolve(name.substring(0, name.length() - NOTE.length()) + OBJECT));
	}

	/** Writes down what is known of an entry. */
	public void note(Entry entry) throws IOException {
		String text = Json.writeIndented(JsonObject.builder().put("server", entry.server()).put("sopInstance", entry.sopUid())
				.put("sopClass", entry.sopClassUid()).put("added", entry.added().toString()).put("attempts", entry.attempts())
				.put("last", entry.last()).build());
		Path unfinished = folder.resolve(entry.id() + NOTE + UNFINISHED);
		Files.writeString(unfinished, text);
		Files.move(unfinished, folder.resolve(entry.id() + NOTE), StandardCopyOption.REPLACE_EXISTING);
	}

	/** The file of an entry. */
	public Path object(Entry entry) {
		return folder.resolve(entry.id() + OBJECT);
	}

	/** All that wait, the oldest first; an object whose note is lost or broken is there with what can still be told. */
	public List<Entry> entries() throws IOException {
		if (!Files.isDirectory(folder)) return List.of();
		List<Entry> entries = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(f -> f.getFileName().toString().endsWith(OBJECT)).toList())
				entry(file).ifPresent(entries::add);
		}
		entries.sort(Comparator.comparing(Entry::added).thenComparing(Entry::sopUid));
		return entries;
	}

	private Optional<Entry> entry(Path file) throws IOException {
		String name = file.getFileName().toString();
		String id = name.substring(0, name.length() - OBJECT.length());
		Path note = folder.resolve(id + NOTE);
		try {
			if (Files.exists(note) && Files.size(note) <= MOST_BYTES) return Optional.of(read(id, note));
		} catch (JsonException | DateTimeParseException e) {
			// Then as one without a note.
		}
		try {
			InstanceHeader header = InstanceHeader.of(file);
			return Optional.of(new Entry(id, "", header.sopUid(), header.sopClassUid(),
					Files.getLastModifiedTime(file).toInstant(), 0, "it is not known for which server it was meant"));
		} catch (ImageFormatException e) {
			return Optional.empty();
		}
	}

	private static Entry read(String id, Path note) throws IOException {
		JsonObject json = Json.parse(Files.readString(note, StandardCharsets.UTF_8)).asObject();
		return new Entry(id, json.require("server").asString(), json.require("sopInstance").asString(),
				json.require("sopClass").asString(), Instant.parse(json.require("added").asString()),
				json.require("attempts").asInt(), json.string("last", ""));
	}

	/** Forgets an entry: the server has the object, or the user does not want to send it any more. */
	public void remove(Entry entry) throws IOException {
		Files.deleteIfExists(object(entry));
		Files.deleteIfExists(folder.resolve(entry.id() + NOTE));
	}
}
