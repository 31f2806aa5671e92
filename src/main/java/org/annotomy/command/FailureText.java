package org.annotomy.command;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a user is told of an exception. Exceptions of the JDK name the file; a file name can name a patient, so it is left out. */
final class FailureText {

	private FailureText() {}

	static String of(Throwable failure) {
		if (failure instanceof UncheckedIOException wrapped) return of(wrapped.getCause());
		if (failure instanceof FileSystemException e) return ofFile(e);
		if (failure instanceof FileNotFoundException) return "The file is not there or may not be opened.";
		if (failure instanceof OutOfMemoryError)
			return "Not enough memory (" + Runtime.getRuntime().maxMemory() / (1 << 20)
					+ " MB are allowed). Close images, or raise the limit in Edit > Options > Memory & Threads.";
		if (failure instanceof LinkageError e) return "This ImageJ lacks or has another version of something needed: " + e;
		boolean unexpected = failure instanceof NullPointerException || failure instanceof IndexOutOfBoundsException
				|| failure instanceof ClassCastException || failure.getMessage() == null || failure.getMessage().isBlank();
		return unexpected ? unexpected(failure) : failure.getMessage();
	}

	private static String ofFile(FileSystemException e) {
		if (e instanceof NoSuchFileException) return "There is no such file or folder.";
		if (e instanceof AccessDeniedException) return "The file or folder may not be read or written (access denied).";
		if (e instanceof FileAlreadyExistsException) return "The file is there already.";
		return e.getReason() == null ? "The file system refused (" + e.getClass().getSimpleName() + ")." : e.getReason() + ".";
	}

	private static String unexpected(Throwable failure) {
		StackTraceElement[] trace = failure.getStackTrace();
		String where = trace.length == 0 ? "" : " in " + trace[0].getClassName() + " line " + trace[0].getLineNumber();
		return "An error of the program: " + failure.getClass().getSimpleName() + where + ". Please report it.";
	}
}
