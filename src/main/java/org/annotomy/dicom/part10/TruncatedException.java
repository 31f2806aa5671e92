package org.annotomy.dicom.part10;

import org.annotomy.image.ImageFormatException;

/** The data ends where more was promised. */
final class TruncatedException extends ImageFormatException {

	private static final long serialVersionUID = 1L;

	TruncatedException(String message) {
		super(message);
	}
}
