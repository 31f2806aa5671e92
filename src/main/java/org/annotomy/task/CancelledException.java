package org.annotomy.task;

/** The user asked to stop. Nothing was changed by the work that throws it. */
public final class CancelledException extends RuntimeException {

	public CancelledException() {
		super("Cancelled.");
	}
}
