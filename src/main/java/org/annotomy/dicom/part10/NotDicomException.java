package org.annotomy.dicom.part10;

import org.annotomy.image.ImageFormatException;

/** The file is no DICOM file at all, as opposed to a broken one. */
public final class NotDicomException extends ImageFormatException {

	private static final long serialVersionUID = 1L;

	NotDicomException() {
		super("This is not a DICOM file: it has no DICM mark and does not begin with a data element.");
	}
}
