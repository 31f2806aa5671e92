package org.annotomy.image;

import java.util.List;

/**
 * What tells the points of the last axis of an image apart: it need not be time.
 *
 * @param meaning such as {@code time}, {@code echo time} or {@code diffusion weighting}; empty if unknown
 * @param labels one for each point, such as {@code b 1000 s/mm²}; empty if there is nothing to say
 */
public record TimeAxis(String meaning, List<String> labels) {

	/** Nothing is known. */
	public static final TimeAxis UNKNOWN = new TimeAxis("", List.of());

	/** Plain time, as in a film. */
	public static final TimeAxis TIME = new TimeAxis("time", List.of());

	public TimeAxis {
		labels = List.copyOf(labels);
	}

	/** Whether the points follow each other in time. */
	public boolean isTime() {
		return meaning.isEmpty() || meaning.contains("time") && !meaning.contains("echo");
	}
}
