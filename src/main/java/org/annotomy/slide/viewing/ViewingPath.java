package org.annotomy.slide.viewing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One recording.
 *
 * @param rater pseudonym of who looked
 * @param started to the second
 * @param slideWidth of level 0, as {@code slideHeight}: it is not shown on a slide of another size
 * @param moments in their order
 */
public record ViewingPath(String rater, Instant started, int slideWidth, int slideHeight, List<ViewMoment> moments) {

	public ViewingPath {
		Objects.requireNonNull(rater, "rater");
		Objects.requireNonNull(started, "started");
		moments = List.copyOf(moments);
	}

	/** @throws IllegalArgumentException if the recording is of a slide of another size; in words for the user */
	public void requireSize(int width, int height) {
		if (width != slideWidth || height != slideHeight)
			throw new IllegalArgumentException("The viewing path was recorded on a slide of " + slideWidth + " × " + slideHeight
					+ " pixels; this one has " + width + " × " + height + ".");
	}

	/** All rests together, in seconds. */
	public double seconds() {
		return moments.stream().mapToLong(ViewMoment::durationMs).sum() / 1000.0;
	}
}
