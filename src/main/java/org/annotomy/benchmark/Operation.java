package org.annotomy.benchmark;

import java.io.IOException;

/**
 * One thing that is timed.
 *
 * @param name as the peers call it
 * @param preparation loads the inputs
 */
public record Operation(String name, Preparation preparation) {

	/** What is done before the time counts. */
	@FunctionalInterface
	public interface Preparation {
		/** @throws IOException if an input is missing or is not what it should be */
		Task prepare(Inputs inputs) throws IOException;
	}

	/** What the time counts. It is run several times and must leave the inputs as they were. */
	@FunctionalInterface
	public interface Task {
		/** @return the check value: a whole number or a double, the same that the peers print */
		Number run();
	}
}
