package org.annotomy.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.dicom.directory.DicomDirectory;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.series.SeriesReader;
import org.annotomy.image.CompanionFiles;
import org.annotomy.image.FilesBelow;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReader;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;

/**
 * Opens DICOM: of a file its whole series from the same folder, of a folder all series in it. A folder without DICOM files of its own,
 * and a DICOMDIR, stand for everything below them.
 */
public final class DicomImageReader implements ImageReader {

	private static final String DICOMDIR = "DICOMDIR";
	private static final int MAX_DEPTH = 8;
	private static final int MAX_FILES = 100_000;
	/** How many files of a folder are looked at before it counts as holding no DICOM. */
	private static final int LOOKED_AT = 200;

	@Override
	public String formatName() {
		return "DICOM";
	}

	@Override
	public boolean recognises(Path fileOrFolder) throws IOException {
		if (!Files.isDirectory(fileOrFolder)) return isDicom(fileOrFolder);
		return anyDicom(fileOrFolder, 1) || anyDicom(fileOrFolder, MAX_DEPTH);
	}

	@Override
	public List<MedicalImage> read(Path fileOrFolder, Progress progress) throws IOException {
		if (Files.isDirectory(fileOrFolder)) {
			boolean own = anyDicom(fileOrFolder, 1) && !Files.exists(fileOrFolder.resolve(DICOMDIR));
			return SeriesReader.ofFiles(files(fileOrFolder, own ? 1 : MAX_DEPTH), progress);
		}
		if (fileOrFolder.getFileName().toString().equalsIgnoreCase(DICOMDIR))
			return SeriesReader.ofFiles(filesOfDirectory(fileOrFolder), progress);
		return SeriesReader.ofFile(fileOrFolder, progress);
	}

	/** The files that a DICOMDIR names; if it is broken or any of them is not there, all files of its folder. */
	private static List<Path> filesOfDirectory(Path file) throws IOException {
		try {
			DicomDirectory.Files files = DicomDirectory.read(file).files();
			if (files.missing() == 0 && !files.found().isEmpty()) return files.found();
		} catch (ImageFormatException e) {
			// A directory that cannot be read says nothing of the files beside it.
		}
		return files(file.toAbsolutePath().getParent(), MAX_DEPTH);
	}

	private static boolean anyDicom(Path folder, int depth) throws IOException {
		return FilesBelow.of(folder, depth, LOOKED_AT, file -> true).stream().anyMatch(DicomImageReader::isReadableDicom);
	}

	private static boolean isReadableDicom(Path file) {
		try {
			return isDicom(file);
		} catch (IOException e) {
			return false;
		}
	}

	private static boolean isDicom(Path file) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			return DicomFileReader.recognises(source);
		}
	}

	private static List<Path> files(Path folder, int depth) throws IOException {
		List<Path> files = FilesBelow.of(folder, depth, MAX_FILES + 1, file -> !isPassedOver(file));
		if (files.size() > MAX_FILES)
			throw new ImageFormatException(
					"The folder holds more than " + MAX_FILES + " files. Open one of its sub-folders.");
		return files.stream().sorted().toList();
	}

	/** Hidden files, and what this program itself wrote beside the images. */
	private static boolean isPassedOver(Path file) {
		String name = file.getFileName().toString();
		return name.startsWith(".") || CompanionFiles.isOne(name) || name.equalsIgnoreCase(DICOMDIR);
	}
}
