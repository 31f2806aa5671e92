package org.annotomy.dicom.scan;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

import org.annotomy.image.ImageFormatException;

/** Failures in words without the names of files, which may name the patient. */
final class Refusal {

	static final String DEAD_LINK = "It is a link to a file that is not there.";

	private Refusal() {}

	static String words(Exception failure) {
		if (failure instanceof ImageFormatException) return failure.getMessage();
		if (failure instanceof AccessDeniedException) return "It may not be read: permission is denied.";
		if (failure instanceof NoSuchFileException) return DEAD_LINK;
		if (failure instanceof ZipException) return "It is a broken file of a zip archive.";
		if (failure instanceof EOFException) return "It ends too early.";
		if (failure instanceof FileSystemException || failure instanceof IOException)
			return "It cannot be read (" + failure.getClass().getSimpleName().replaceAll("Exception$", "") + ").";
		return "It is broken.";
	}
}
