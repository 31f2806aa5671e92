package org.annotomy.dicom.multipart;

/** The body ended inside a part. What came before it is whole. */
public final class TruncatedBodyException extends MultipartException {

	private static final long serialVersionUID = 1L;

	TruncatedBodyException() {
		super("The answer was cut off inside a part.");
	}
}
