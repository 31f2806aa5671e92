package org.annotomy.slide.viewing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.json.Json;
import org.annotomy.json.JsonException;

/**
 * A recording while it goes on: a line for the recording and one for each rest, on the disk as soon as the rest has ended. The file is locked as
 * long as it is written, so that another program does not take it for one that was left behind. For one thread.
 */
public final class ViewingJournal implements Closeable {

	private static final long MOST_BYTES = 256L << 20;

	private final Path file;
	private final FileChannel channel;

	private ViewingJournal(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * @param file there must be none yet
	 * @param recording its rests are written, too
	 * @throws IOException if it cannot be written; then there is no file
	 */
	static ViewingJournal begin(Path file, ViewingPath recording) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		ViewingJournal journal = new ViewingJournal(file, channel);
		try {
			lock(channel);
			journal.write(
					Json.write(ViewingJson.path(new ViewingPath(recording.rater(), recording.started(), recording.slideWidth(),
							recording.slideHeight(), List.of()))));
			for (ViewMoment moment : recording.moments())
				journal.add(moment);
			return journal;
		} catch (IOException e) {
			journal.delete();
			throw e;
		}
	}

	/** @return null if another has it; a file system without locks has none to give, which is no failure */
	private static FileLock lock(FileChannel channel) {
		try {
			return channel.tryLock();
		} catch (IOException | OverlappingFileLockException e) {
			return null;
		}
	}

	/** A rest has ended. @throws IOException if that is not on the disk */
	public void add(ViewMoment moment) throws IOException {
		write(Json.write(ViewingJson.rest(moment)));
	}

	private void write(String line) throws IOException {
		ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
		while (bytes.hasRemaining())
			channel.write(bytes);
		channel.force(false);
	}

	/** Ends it and takes it away: all of it is elsewhere, or nothing was recorded. */
	public void delete() throws IOException {
		close();
		Files.deleteIfExists(file);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}

	/**
	 * A recording that was left behind.
	 *
	 * @return empty if somebody is writing it, or it is none; a rest that is not whole is left out
	 */
	static Optional<ViewingPath> read(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			if (lock(channel) == null || channel.size() > MOST_BYTES) return Optional.empty();
			ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
			while (bytes.hasRemaining())
				if (channel.read(bytes) < 0) break;
			return parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
		}
	}

	private static Optional<ViewingPath> parse(String text) {
		String[] lines = text.split("\n");
		List<ViewMoment> moments = new ArrayList<>();
		ViewingPath head = null;
		try {
			head = ViewingJson.path(Json.parse(lines[0]).asObject());
			for (int i = 1; i < lines.length; i++)
				moments.add(ViewingJson.rest(Json.parse(lines[i]).asObject()));
		} catch (JsonException | IllegalArgumentException | DateTimeParseException e) {
			if (head == null) return Optional.empty();
		}
		return Optional.of(new ViewingPath(head.rater(), head.started(), head.slideWidth(), head.slideHeight(), moments));
	}
}
