package org.annotomy.command;

/** A command could not do what was asked. The message says to the user what was found, what was needed and what to do. */
public final class CommandFailure extends RuntimeException {

	public CommandFailure(String message) {
		super(message);
	}

	private CommandFailure(String message, Throwable cause) {
		super(message, cause);
	}

	/** The failure in words for the user, without the name of a file. */
	public static CommandFailure of(Throwable cause) {
		return cause instanceof CommandFailure failure ? failure : new CommandFailure(FailureText.of(cause), cause);
	}
}
