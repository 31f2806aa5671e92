package org.annotomy.segmentation.outline;

import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.task.Progress;

/** The outline of a mask along the edges of its pixels, as {@link LabelTracing} has those of labels. */
public final class MaskTracing {

	private MaskTracing() {}

	/** @return in pixels of the image; empty if no pixel belongs to the mask */
	public static Optional<PolygonShape> outline(PixelMask mask) {
		return LabelTracing.of(mask, Progress.NONE).values().stream().findFirst()
				.map(outline -> outline.translate(mask.x(), mask.y()));
	}
}
