package org.annotomy.imagej.session;

import java.util.List;

import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.Outlines;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.geometry.Box;
import org.annotomy.identity.ImageSize;

/** Counts objects that lie outside of an image, or partly so: mostly those of another image, or of another scale. */
final class BeyondEdge {

	/** Programs round corners differently. */
	private static final double LEEWAY_PX = 1;

	private final Box image;
	private long count;

	BeyondEdge(ImageSize size) {
		image = new Box(0, 0, size.x(), size.y()).grow(LEEWAY_PX);
	}

	void add(AnnotationObject object) {
		if (!holds(object.shape().bounds())) count++;
	}

	void add(DetectionBlock block) {
		Outlines outlines = block.outlines();
		if (outlines.size() == 0 || holds(outlines.bounds())) return;
		double scale = Outlines.PER_PIXEL;
		for (int row = 0; row < outlines.size(); row++)
			if (outlines.left(row) < image.x() * scale || outlines.top(row) < image.y() * scale
					|| outlines.right(row) > image.maxX() * scale || outlines.bottom(row) > image.maxY() * scale)
				count++;
	}

	/** A sentence for the user; none if all objects lie within the image. */
	List<String> told() {
		if (count == 0) return List.of();
		return List.of("Reaching beyond the image: " + count + (count == 1 ? " object." : " objects.")
				+ " Is the file of another image, or not in pixels of full resolution? Undo takes all of it back.");
	}

	private boolean holds(Box box) {
		return box.x() >= image.x() && box.y() >= image.y() && box.maxX() <= image.maxX() && box.maxY() <= image.maxY();
	}
}
