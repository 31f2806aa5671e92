package org.annotomy.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.task.Progress;

/**
 * Reads one family of image files. Readers are found through {@link java.util.ServiceLoader}; an adapter for another library is one more
 * service file.
 */
public interface ImageReader {

	/** Such as {@code NIfTI}. */
	String formatName();

	/** Smaller is asked first. Readers that know a format well have 0; those that take almost anything have 100. */
	default int priority() {
		return 0;
	}

	/**
	 * Whether this reader knows the file, or anything in the folder. Looks at the name and the first bytes only.
	 *
	 * @throws IOException if the file cannot be read at all
	 */
	boolean recognises(Path fileOrFolder) throws IOException;

	/**
	 * Reads what belongs together: of a DICOM file, its whole series.
	 *
	 * @return at least one image; several if the file or folder holds several
	 * @throws ImageFormatException if the file is broken or uses something unsupported; the message says what, in words for the user
	 * @throws IOException if reading fails
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	List<MedicalImage> read(Path fileOrFolder, Progress progress) throws IOException;
}
