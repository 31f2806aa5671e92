package org.annotomy.dicom.web;

import java.io.IOException;

/** A server did not do what was asked; the message says what in words, without address, credentials or what the server wrote. */
public final class WebException extends IOException {

	private static final long serialVersionUID = 1L;

	/** What went wrong, as far as the program acts on it. */
	public enum Kind {
		/** The address, or what the server wants, is not safe. */
		UNSAFE,
		/** There is no connection, or it broke. */
		UNREACHABLE,
		/** The server did not go on in time. */
		TIMED_OUT,
		/** The credentials are missing or not accepted. */
		UNAUTHORISED,
		/** There is no such study, series or instance. */
		NOT_FOUND,
		/** The server cannot give that form. */
		NOT_ACCEPTABLE,
		/** The answer is not what the standard says, or breaks a limit. */
		BAD_ANSWER,
		/** The server refuses or has failed. */
		REFUSED,
		/** Nobody here wants the answer any more. */
		GIVEN_UP
	}

	private final Kind kind;
	private final int status;

	public WebException(Kind kind, String message) {
		this(kind, 0, message, null);
	}

	WebException(Kind kind, int status, String message, Throwable cause) {
		super(message, cause);
		this.kind = kind;
		this.status = status;
	}

	/** For an answer with this HTTP status. */
	static WebException ofStatus(int status) {
		String begin = "The server answered " + status;
		return switch (status) {
			case 401 -> of(Kind.UNAUTHORISED, status, "The server does not accept the credentials (401). Check them.");
			case 403 -> of(Kind.UNAUTHORISED, status, "The server does not allow this to you (403).");
			case 404, 410 -> of(Kind.NOT_FOUND, status,
					"The server has no such study, series or image (" + status + "), or its address is not complete.");
			case 406, 415 -> of(Kind.NOT_ACCEPTABLE, status, begin + ": it cannot give or take this form.");
			case 413 -> of(Kind.REFUSED, status, begin + ": that is too much for it at once.");
			case 429, 503 -> of(Kind.REFUSED, status, begin + ": it is too busy. Try again later.");
			default -> of(status >= 300 ? Kind.REFUSED : Kind.BAD_ANSWER, status, begin + (status >= 500
					? ": it has failed. Try again later, or ask who runs it."
					: ", which this program did not expect."));
		};
	}

	private static WebException of(Kind kind, int status, String message) {
		return new WebException(kind, status, message, null);
	}

	public Kind kind() {
		return kind;
	}

	/** The HTTP status, 0 if there was no answer. */
	public int status() {
		return status;
	}

	/** Whether trying again as it is could help: the network or the server was at fault, not what was asked. */
	public boolean isPassing() {
		return kind == Kind.UNREACHABLE || kind == Kind.TIMED_OUT || status == 429 || status >= 500;
	}
}
