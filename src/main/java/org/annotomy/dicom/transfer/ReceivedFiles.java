package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.annotomy.dicom.multipart.BodyPart;
import org.annotomy.dicom.web.PartSink;
import org.annotomy.image.ImageFormatException;

/** Puts the images of one series into a folder, each there whole or not at all, byte by byte as they arrived. */
final class ReceivedFiles implements PartSink {

	private static final String UNFINISHED = ".unfinished-";
	private static final Duration LEFT_OVER = Duration.ofDays(1);
	private static final int BUFFER = 1 << 16;
	private static final long LOOK_AT_DISK = 64L << 20;

	private final Path folder;
	private final String seriesUid;
	private final Runnable received;
	private final Set<String> sopUids = new HashSet<>();
	private int foreign;
	private int broken;
	private long bytes;

	/** @param received is run after each image */
	ReceivedFiles(Path folder, String seriesUid, Runnable received) {
		this.folder = folder;
		this.seriesUid = seriesUid;
		this.received = received;
	}

	/** Whether it is a file that is being written, or that a break has left half. */
	static boolean isUnfinished(Path file) {
		return file.getFileName().toString().startsWith(UNFINISHED);
	}

	/** Where to write a file that is to be moved to its place when it is whole: nobody else writes there. */
	static Path unfinished(Path folder) {
		return folder.resolve(UNFINISHED + UUID.randomUUID());
	}

	/** Removes what a break has left half, long ago: another program of the same user may be writing now. */
	static void tidy(Path folder) throws IOException {
		FileTime old = FileTime.from(Instant.now().minus(LEFT_OVER));
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(ReceivedFiles::isUnfinished).toList())
				if (Files.getLastModifiedTime(file).compareTo(old) < 0) Files.deleteIfExists(file);
		} catch (NoSuchFileException e) {
			// Somebody else was faster.
		}
	}

	@Override
	public void accept(BodyPart part) throws IOException {
		Path unfinished = unfinished(folder);
		try {
			copy(part.content(), unfinished);
			keep(unfinished);
		} finally {
			Files.deleteIfExists(unfinished);
		}
		received.run();
	}

	private void copy(InputStream in, Path file) throws IOException {
		byte[] buffer = new byte[BUFFER];
		long nextLook = bytes;
		try (OutputStream out = Files.newOutputStream(file)) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				if (bytes >= nextLook) {
					DiskRoom.require(folder);
					nextLook = bytes + LOOK_AT_DISK;
				}
				out.write(buffer, 0, count);
				bytes += count;
			}
		}
	}

	private void keep(Path unfinished) throws IOException {
		InstanceHeader header;
		try {
			header = InstanceHeader.of(unfinished);
		} catch (ImageFormatException e) {
			broken++;
			return;
		}
		if (!header.seriesUid().equals(seriesUid)) {
			foreign++;
			return;
		}
		Files.move(unfinished, folder.resolve(LocalName.fileOf(header.sopUid())), StandardCopyOption.REPLACE_EXISTING);
		sopUids.add(header.sopUid());
	}

	/** How many images have arrived. */
	int count() {
		return sopUids.size();
	}

	/** Objects of another series, which were not kept. */
	int foreign() {
		return foreign;
	}

	/** What was no DICOM object, and was not kept. */
	int broken() {
		return broken;
	}

	long bytes() {
		return bytes;
	}
}
