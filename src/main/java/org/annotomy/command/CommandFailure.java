package org.annotomy.command;

/** A command could not do what was asked. The message says to the user what was found, what was needed and what to do. */
public final class CommandFailure extends RuntimeException {

	public CommandFailure(String message) {
		super(message);
	}

	public CommandFailure(String message, Throwable cause) {
		super(message, cause);
	}
}
