package org.annotomy.store.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Why a folder did not take what was to be written, as far as that can be found out. */
public enum Trouble {

	FULL("Disk full"), READ_ONLY("The folder is read-only"), DENIED("Writing to the folder is not allowed"),
	/** Removed, unmounted, or on a network that is away. */
	GONE("The folder cannot be reached"),
	/** It neither succeeds nor fails. */
	SILENT("The folder does not answer"), OTHER("Writing failed");

	private static final long HARDLY_ANYTHING_BYTES = 64 << 10;

	private final String words;

	Trouble(String words) {
		this.words = words;
	}

	/** The beginning of a sentence, without a full stop. */
	public String words() {
		return words;
	}

	/**
	 * Looks at the folder first, since what systems write into their messages depends on system and language.
	 *
	 * @param folder the one beside the image, or its stand-in
	 */
	public static Trouble of(IOException failure, FileLayer files, Path folder) {
		if (isGone(files, folder)) return GONE;
		String reason = reason(failure);
		if (reason.contains("no space left") || reason.contains("not enough space") || reason.contains("quota")) return FULL;
		if (reason.contains("read-only")) return READ_ONLY;
		if (failure instanceof AccessDeniedException) return files.isReadOnly(folder) ? READ_ONLY : DENIED;
		if (failure instanceof NoSuchFileException || reason.contains("stale file handle") || reason.contains("network")
				|| reason.contains("host is down") || reason.contains("transport endpoint"))
			return GONE;
		return files.freeBytes(folder) < HARDLY_ANYTHING_BYTES ? FULL : OTHER;
	}

	private static boolean isGone(FileLayer files, Path folder) {
		try {
			return !files.exists(folder);
		} catch (AccessDeniedException e) {
			return false;
		} catch (IOException e) {
			return true;
		}
	}

	private static String reason(IOException failure) {
		String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
		return reason == null ? "" : reason.toLowerCase(Locale.ROOT);
	}
}
