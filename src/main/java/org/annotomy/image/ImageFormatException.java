package org.annotomy.image;

import java.io.IOException;

/** A file that is broken, or holds something that is not supported; the message says what, in words for the user and without patient data. */
public class ImageFormatException extends IOException {

	public ImageFormatException(String message) {
		super(message);
	}

	public ImageFormatException(String message, Throwable cause) {
		super(message, cause);
	}
}
