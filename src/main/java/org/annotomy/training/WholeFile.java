package org.annotomy.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or not at all. */
final class WholeFile {

	private static final String UNFINISHED = ".unfinished";

	private WholeFile() {}

	/** Whether it is what a process that was killed left half written. */
	static boolean isUnfinished(Path file) {
		return file.getFileName().toString().endsWith(UNFINISHED);
	}

	@FunctionalInterface
	interface Content {
		void write(Path to) throws IOException;
	}

	/** What is not finished lies beside the file under another name. */
	static void replace(Path file, Content content) throws IOException {
		Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
		content.write(unfinished);
		Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
	}
}
