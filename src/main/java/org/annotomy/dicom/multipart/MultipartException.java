package org.annotomy.dicom.multipart;

import java.io.IOException;

/** A body that is no body of parts, or breaks the limits; the message says in words what is wrong, and repeats nothing of it. */
public class MultipartException extends IOException {

	private static final long serialVersionUID = 1L;

	public MultipartException(String message) {
		super(message);
	}
}
