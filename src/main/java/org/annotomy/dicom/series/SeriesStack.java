package org.annotomy.dicom.series;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.annotomy.image.SliceAxis;
import org.annotomy.image.TimeAxis;

/**
 * Frames that make one image, in order.
 *
 * @param frames z fastest, then t; null where a slice is missing
 * @param geometry null if the files do not say where the frames lie
 * @param axis what the time points are
 * @param frameTimeMs from time point to time point, NaN if unknown
 * @param warnings what the user should know, one sentence each
 */
record SeriesStack(List<SliceFrame> frames, int slices, int times, StackGeometry geometry, TimeAxis axis, double frameTimeMs,
		List<String> warnings) {

	/** A frame that stands for all: the middle one of the first time point, or its nearest neighbour that is there. */
	SliceFrame middle() {
		for (int i = slices / 2; i < frames.size(); i++)
			if (frames.get(i) != null) return frames.get(i);
		return first();
	}

	SliceFrame first() {
		return present().get(0);
	}

	/** All frames but the missing ones. */
	List<SliceFrame> present() {
		return frames.stream().filter(Objects::nonNull).toList();
	}

	/** Uneven spacing, and slices that are missing at any time point. */
	SliceAxis sliceAxis() {
		SortedSet<Integer> missing = new TreeSet<>();
		for (int i = 0; i < frames.size(); i++)
			if (frames.get(i) == null) missing.add(i % slices);
		return new SliceAxis(geometry == null ? List.of() : geometry.offsetsMm(), missing);
	}
}
