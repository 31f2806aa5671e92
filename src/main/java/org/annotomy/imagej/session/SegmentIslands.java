package org.annotomy.imagej.session;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.model.Segment;
import org.annotomy.segmentation.component.Components;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.Islands;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Islands of a segment, each as a segment of its own. */
public final class SegmentIslands {

	/** More parts than a person would name: the segment is noise. */
	private static final int MOST_PARTS = 1000;

	private SegmentIslands() {}

	/**
	 * Each island but the largest becomes a segment of its own, from the next largest to the smallest; one step of undo. Smaller ones stay
	 * with the largest.
	 *
	 * @param smallest voxels that an island needs to become a segment
	 * @throws IllegalArgumentException if there is one island only, or very many
	 */
	public static void split(AnnotationSession session, Segment segment, Mask mask, int smallest, Connectivity connectivity,
			Progress progress) {
		Components parts = Islands.split(mask, smallest, connectivity, progress.part(0, 0.5));
		if (parts.count() < 2)
			throw new IllegalArgumentException("The segment has only one island of " + smallest + " voxels or more.");
		if (parts.count() > MOST_PARTS)
			throw new IllegalArgumentException("The segment has " + parts.count() + " islands of " + smallest
					+ " voxels or more. Raise the smallest size: at most " + MOST_PARTS + " can become segments.");
		List<Mask> masks = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (int i = 2; i <= parts.count(); i++) {
			Mask part = new Mask(mask.box(), parts.toMask(i, Progress.NONE));
			masks.add(part.on(part.bounds()));
			names.add((segment.name() == null ? "Segment" : segment.name()) + " part " + i);
		}
		SegmentSplit.into(session, segment, masks, names, "Split into islands", progress.part(0.5, 1));
	}
}
