package org.annotomy.followup;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.PlaneSpacing;

/**
 * The labels of one time point.
 *
 * @param time when
 * @param document what was marked
 * @param spacing of pixels where a mark lies
 * @param volumesMl of segments, by their id; those that are missing count as not measured
 */
public record Visit(TimePoint time, AnnotationDocument document, Function<Box, PlaneSpacing> spacing,
		Map<UUID, Double> volumesMl) {

	public Visit {
		Objects.requireNonNull(time, "time");
		Objects.requireNonNull(document, "document");
		Objects.requireNonNull(spacing, "spacing");
		volumesMl = Map.copyOf(volumesMl);
	}
}
