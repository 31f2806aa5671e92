package org.annotomy.slide.viewing;

/**
 * One rest of a view.
 *
 * @param startMs since the recording began
 * @param durationMs how long it rested
 */
public record ViewMoment(long startMs, long durationMs, RestingView view) {

	/** @throws IllegalArgumentException if a time is negative */
	public ViewMoment {
		if (startMs < 0 || durationMs < 0) throw new IllegalArgumentException("A rest of a view needs times of 0 ms or more.");
	}
}
