package org.annotomy.imagej.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

import ij.gui.Roi;

/** Parts of a segment that become segments of their own. */
public final class SegmentSplit {

	private SegmentSplit() {}

	/**
	 * Takes a part off a segment as a new segment of the same class; one step of undo.
	 *
	 * @param name empty for none
	 * @throws IllegalArgumentException if the part is nothing or all of the segment
	 */
	public static void off(AnnotationSession session, Segment segment, Mask part, String name, Progress progress) {
		long cut = part.count();
		if (cut == 0 || cut == session.segments().voxels().count(segment))
			throw new IllegalArgumentException("The cut does not part the segment: all of it lies on one side.");
		into(session, segment, List.of(part), name.isBlank() ? List.of() : List.of(name.strip()), "Split segment", progress);
	}

	/**
	 * Takes parts off a segment as new segments, in this order; one step of undo.
	 *
	 * @param names of the first ones; the others have none
	 */
	public static void into(AnnotationSession session, Segment segment, List<Mask> parts, List<String> names, String edit,
			Progress progress) {
		SegmentDesk desk = session.segments();
		List<Segment> made = desk.records().parts(segment, parts.size(), names, session.rater());
		Map<Segment, Mask> masks = new LinkedHashMap<>();
		for (int i = 0; i < parts.size(); i++)
			masks.put(made.get(i), parts.get(i));
		desk.edits().split(edit, segment.id(), masks, progress);
	}

	/**
	 * A drawn line in columns and rows, pixel-corner frame.
	 *
	 * @throws IllegalArgumentException if the selection is no line
	 */
	public static Vertices line(Roi roi) {
		Shape shape = RoiShapes.shapeOf(roi);
		if (shape instanceof LineShape line) return Vertices.of(List.of(line.from(), line.to()));
		if (shape instanceof PolylineShape polyline) return polyline.vertices();
		throw new IllegalArgumentException("A cut needs a line, polyline or free line; the selection is another thing.");
	}
}
