package org.annotomy.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Failures to read a file in words without the names of files, which may name the patient. */
public final class ReadFailure {

	/** What a link to nowhere is told by. */
	public static final String DEAD_LINK = "It is a link to a file that is not there.";

	private ReadFailure() {}

	/** One or two sentences. */
	public static String words(Exception failure) {
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
