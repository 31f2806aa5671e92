package org.annotomy.ui.browse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.annotomy.home.UserFolder;

/** Remembers what the window looked at last, in the user's folder, for the user alone: the names of folders may name patients. */
final class LastFolder {

	private static final int MAX_BYTES = 1 << 14;

	private LastFolder() {}

	private static Path file() {
		return UserFolder.of("browser").resolve("last-folder.txt");
	}

	/** Null if nothing is remembered or it is not there any more. */
	static Path get() {
		try {
			Path file = file();
			if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) return null;
			Path last = Path.of(Files.readString(file, StandardCharsets.UTF_8).strip());
			return Files.exists(last) ? last : null;
		} catch (IOException | InvalidPathException e) {
			return null;
		}
	}

	/** It is no failure if that cannot be kept. */
	static void set(Path folder) {
		try {
			UserFolder.makePrivate(file().getParent());
			Files.writeString(file(), folder.toAbsolutePath().toString(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			// The window then opens without it.
			return;
		}
	}
}
