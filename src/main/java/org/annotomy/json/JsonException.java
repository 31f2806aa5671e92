package org.annotomy.json;

import java.io.IOException;

/** A JSON text that is broken or does not say what it must; the message begins with the line. */
public final class JsonException extends IOException {

	private final int line;

	/** @param line counted from 1; 0 if unknown */
	public JsonException(int line, String reason) {
		super((line > 0 ? "line " + line + ": " : "") + reason);
		this.line = line;
	}

	public int line() {
		return line;
	}
}
