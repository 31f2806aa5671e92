package org.annotomy.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written beside its place and put into it when it is complete: a failure leaves what was there. */
public final class FileDraft {

	/** Writes the file. */
	@FunctionalInterface
	public interface Content {
		void writeTo(Path draft) throws IOException;
	}

	private FileDraft() {}

	/**
	 * @param overwrite whether a file that is there may be replaced
	 * @throws IOException if a file is there already, or cannot be written
	 */
	public static void write(Path target, boolean overwrite, Content content) throws IOException {
		if (!overwrite && Files.exists(target))
			throw new IOException("A file of that name is there already. Choose another name, or allow overwriting.");
		Path folder = target.toAbsolutePath().getParent();
		Path draft = Files.createTempFile(folder, ".annotomy", ".tif");
		try {
			content.writeTo(draft);
			Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(draft);
		}
	}
}
