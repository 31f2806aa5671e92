package org.annotomy.slide;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;

/**
 * Opens one family of slide files. Readers are found through {@link java.util.ServiceLoader}; an adapter for another library is one more
 * service file.
 */
public interface SlideReader {

	/** Such as {@code Aperio SVS}. */
	String formatName();

	/** Smaller is asked first. Readers that know a format well have 0; those that take almost anything have 100. */
	default int priority() {
		return 0;
	}

	/**
	 * Whether this reader should open the file or folder as a slide. Looks at names and headers only. Small images that fit into memory as
	 * a whole, without a pyramid, are not slides.
	 *
	 * @throws IOException if the file cannot be read at all
	 */
	boolean recognises(Path fileOrFolder) throws IOException;

	/**
	 * Reads headers, not pixels; fast also for the largest files.
	 *
	 * @param progress for what takes longer, such as making a pyramid
	 * @throws ImageFormatException if the file is broken or uses something unsupported; in words for the user
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	Slide open(Path fileOrFolder, Progress progress) throws IOException;

	/**
	 * As {@link #open(Path, Progress)}, of a file that may hold several images.
	 *
	 * @param image from 1, or {@link FileImages#USUAL}
	 * @throws ImageFormatException also if the file has no image of that number
	 */
	default Slide open(Path fileOrFolder, int image, Progress progress) throws IOException {
		FileImages.require(image, 1);
		return open(fileOrFolder, progress);
	}
}
