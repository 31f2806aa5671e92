package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.FilesBelow;
import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;

/**
 * DICOM files of any kind that a user has named.
 *
 * @param files in the order of their names
 * @param others how many files are no DICOM objects, and are not sent
 */
public record FilesToSend(List<Path> files, int others) {

	private static final int MAX_DEPTH = 16;
	private static final int MAX_FILES = 100_000;
	private static final String DIRECTORY = "DICOMDIR";

	/**
	 * A file, or all files below a folder but hidden ones.
	 *
	 * @throws ImageFormatException if there is no DICOM object, or there are too many files
	 */
	public static FilesToSend in(Path fileOrFolder, Progress progress) throws IOException {
		List<Path> found = new ArrayList<>();
		int others = 0;
		for (Path file : candidates(fileOrFolder)) {
			progress.checkCancelled();
			if (isObject(file)) found.add(file);
			else others++;
		}
		if (found.isEmpty())
			throw new ImageFormatException("There is no DICOM object to send: " + others + " other files were looked at.");
		return new FilesToSend(found, others);
	}

	/** How many, for a question. */
	public String words() {
		return files.size() == 1 ? "1 DICOM object" : files.size() + " DICOM objects";
	}

	/**
	 * Puts copies of all files in line for a server.
	 *
	 * @throws IOException if one cannot be put there; those before it wait
	 * @throws org.annotomy.task.CancelledException if the user cancelled; those that are in line already wait
	 */
	public List<Outbox.Entry> put(Outbox outbox, String server, Progress progress) throws IOException {
		List<Outbox.Entry> entries = new ArrayList<>();
		for (Path file : files)
			entries.add(outbox.add(server, file,
					progress.part(entries.size() / (double) files.size(), (entries.size() + 1) / (double) files.size())));
		return entries;
	}

	private static List<Path> candidates(Path fileOrFolder) throws IOException {
		if (!Files.isDirectory(fileOrFolder)) return List.of(fileOrFolder);
		List<Path> files = FilesBelow.of(fileOrFolder, MAX_DEPTH, MAX_FILES + 1, f -> !isHidden(fileOrFolder.relativize(f)));
		if (files.size() > MAX_FILES)
			throw new ImageFormatException("The folder holds more than " + MAX_FILES + " files. Send one of its sub-folders.");
		return files.stream().sorted().toList();
	}

	private static boolean isHidden(Path relative) {
		for (Path name : relative)
			if (name.toString().startsWith(".")) return true;
		return relative.getFileName().toString().equalsIgnoreCase(DIRECTORY);
	}

	private static boolean isObject(Path file) throws IOException {
		try {
			InstanceHeader.of(file);
			return true;
		} catch (ImageFormatException e) {
			return false;
		}
	}
}
