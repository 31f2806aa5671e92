package org.annotomy.ui.study;

import java.nio.file.FileSystemException;

/** Failures in words for the user. File names can name patients, so those of the JDK's messages are left out. */
public final class FailureWords {

	private FailureWords() {}

	public static String of(Throwable failure) {
		if (failure instanceof OutOfMemoryError) return "Not enough memory. Close images, or raise ImageJ's limit.";
		if (failure instanceof FileSystemException)
			return "A file could not be read or written ("
					+ failure.getClass().getSimpleName().replaceAll("Exception$", "") + ").";
		return failure.getMessage() == null
				? "An error of the program: " + failure.getClass().getSimpleName()
				: failure.getMessage();
	}
}
