package org.annotomy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import org.annotomy.task.Progress;

/** All readers on the class path; opens a file or folder with the first one that knows it. */
public final class ImageReaders {

	private final List<ImageReader> readers;

	public ImageReaders(List<ImageReader> readers) {
		this.readers = readers.stream().sorted(Comparator.comparingInt(ImageReader::priority)).toList();
	}

	/** The readers found through {@link ServiceLoader}. */
	public static ImageReaders discover() {
		List<ImageReader> found = new ArrayList<>();
		ServiceLoader.load(ImageReader.class, ImageReaders.class.getClassLoader()).forEach(found::add);
		return new ImageReaders(found);
	}

	public List<ImageReader> readers() {
		return readers;
	}

	/** Whether a reader knows the file or folder. @throws IOException if it cannot be read at all */
	public boolean knows(Path fileOrFolder) throws IOException {
		for (ImageReader reader : readers)
			if (reader.recognises(fileOrFolder)) return true;
		return false;
	}

	/**
	 * @return at least one image
	 * @throws ImageFormatException if no reader knows the file; the message lists the known formats
	 * @throws IOException as {@link ImageReader#read}
	 */
	public List<MedicalImage> read(Path fileOrFolder, Progress progress) throws IOException {
		if (!Files.exists(fileOrFolder)) throw new NoSuchFileException("There is no such file or folder.");
		for (ImageReader reader : readers)
			if (reader.recognises(fileOrFolder)) return reader.read(fileOrFolder, progress);
		throw new ImageFormatException(complaint(fileOrFolder));
	}

	private String complaint(Path unknown) throws IOException {
		String formats = String.join(", ", readers.stream().map(ImageReader::formatName).toList());
		if (Files.isDirectory(unknown))
			return "This folder holds no series of images. Of a folder DICOM series are opened; open other images one by one. "
					+ "Known formats: " + formats + ".";
		if (Files.size(unknown) == 0) return "This file is empty: it has no bytes.";
		return "No reader knows this file. Known formats: " + formats + ".";
	}
}
