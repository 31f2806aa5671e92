package org.annotomy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds files that a header names. A header may come from anywhere, so it may only name files in its own folder or below. */
public final class SiblingFiles {

	private SiblingFiles() {}

	/**
	 * @param header the file that names the other
	 * @param name as written in the header; {@code /} and {@code \} both separate folders
	 * @return an existing regular file in the folder of the header or below it, also after following symbolic links
	 * @throws ImageFormatException if the name leads elsewhere or to nothing
	 */
	public static Path resolve(Path header, String name) throws IOException {
		String portable = name.replace('\\', '/');
		if (portable.isBlank() || portable.startsWith("/") || portable.contains(":") || portable.indexOf('\0') >= 0)
			throw outside();
		Path folder = header.toAbsolutePath().getParent();
		Path file = inside(folder, portable);
		if (!Files.isRegularFile(file))
			throw new ImageFormatException(
					"The file with the pixels, which the header names, is not beside it. Copy both together.");
		if (!file.toRealPath().startsWith(folder.toRealPath())) throw outside();
		return file;
	}

	private static Path inside(Path folder, String name) throws ImageFormatException {
		try {
			Path relative = folder.getFileSystem().getPath(name);
			for (Path part : relative)
				if (part.toString().equals("..")) throw outside();
			if (relative.isAbsolute()) throw outside();
			return folder.resolve(relative);
		} catch (InvalidPathException e) {
			throw new ImageFormatException("The header names a file with pixels whose name is not allowed here.", e);
		}
	}

	private static ImageFormatException outside() {
		return new ImageFormatException(
				"The header names a file with pixels outside its own folder. That is refused: a header must not reach other files.");
	}
}
