package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.annotomy.dicom.codec.StoredFrame;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;

/**
 * Frames of one image that have been fetched, a file each, and its header. They save fetching again, no more: what cannot be kept or read is
 * fetched. Safe for use by several threads.
 */
final class FrameFiles {

	private final Path folder;
	private final String sopUid;
	private final Map<Integer, Path> kept = new ConcurrentHashMap<>();

	/** @param seriesFolder of the series; made if it is not there */
	FrameFiles(Path seriesFolder, String sopUid) throws IOException {
		this.folder = Files.createDirectories(seriesFolder.resolve(LocalName.FRAMES));
		this.sopUid = sopUid;
		Pattern own = Pattern.compile(Pattern.quote(LocalName.of(sopUid)) + "-([0-9]{1,9})-[0-9.]+\\.frame");
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				Matcher name = own.matcher(file.getFileName().toString());
				if (name.matches()) kept.put(Integer.parseInt(name.group(1)), file);
			}
		}
	}

	/** Writes all of the header but its pixels. */
	Path keepHeader(DicomFile header) throws IOException {
		DicomDataset dataset = header.dataset().toBuilder().remove(Tag.PIXEL_DATA).remove(Tag.FLOAT_PIXEL_DATA)
				.remove(Tag.DOUBLE_FLOAT_PIXEL_DATA).build();
		Path file = folder.resolve(LocalName.fileOf(sopUid));
		DicomWriter.write(dataset, file);
		return file;
	}

	/** @param number from 1 */
	Optional<StoredFrame> read(int number) {
		Path file = kept.get(number);
		if (file == null) return Optional.empty();
		String name = file.getFileName().toString();
		String syntax = name.substring(name.lastIndexOf('-') + 1, name.length() - ".frame".length());
		try {
			return Optional.of(new StoredFrame(syntax, Files.readAllBytes(file)));
		} catch (IOException e) {
			kept.remove(number);
			return Optional.empty();
		}
	}

	boolean has(int number) {
		return kept.containsKey(number);
	}

	/** Keeps a frame if there is room for it. */
	void keep(int number, StoredFrame frame) {
		Path unfinished = ReceivedFiles.unfinished(folder);
		try {
			DiskRoom.require(folder);
			Files.write(unfinished, frame.bytes());
			Path file = folder.resolve(LocalName.fileOfFrame(sopUid, number, frame.transferSyntax()));
			Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
			kept.put(number, file);
		} catch (IOException e) {
			discard(unfinished);
		}
	}

	/** Forgets a frame that turned out to be no use. */
	void forget(int number) {
		Path file = kept.remove(number);
		if (file != null) discard(file);
	}

	private static void discard(Path file) {
		try {
			Files.deleteIfExists(file);
		} catch (IOException e) {
			// It is tidied away with the folder.
		}
	}
}
