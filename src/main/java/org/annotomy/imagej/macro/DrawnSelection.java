package org.annotomy.imagej.macro;

import java.awt.Polygon;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.interchange.sidecar.ShapeText;

import ij.gui.Arrow;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;

/**
 * A drawn selection in the recorder. ImageJ records what a user draws only in part: whole pixels, no free lines, no moved corners, nothing
 * of combined selections.
 */
final class DrawnSelection {

	private static final List<String> ENDS = List.of("run(\"Mark Selection", "run(\"Apply Outline", "run(\"Split Object",
			"run(\"Fill Selection Into Segment", "run(\"Brush Stroke", "run(\"Select None");

	private final Roi roi;
	private final Shape shape;

	private DrawnSelection(Roi roi) {
		this.roi = roi;
		shape = RoiShapes.shapeOf(roi);
	}

	/** Empty if the selection has no outline. */
	static Optional<DrawnSelection> of(Roi roi) {
		try {
			return Optional.of(new DrawnSelection(roi));
		} catch (IllegalArgumentException noOutline) {
			return Optional.empty();
		}
	}

	/** What draws it exactly. */
	MacroCall call() {
		return MacroCall.of("Draw Selection...").with("shape", ShapeText.of(shape));
	}

	/**
	 * Whether the last selection in a recorded text is this one, exactly.
	 *
	 * @param text what the recorder shows, in the language of macros
	 */
	boolean isLastIn(String text) {
		Optional<String> exact = line();
		String call = call().line(false).strip();
		String[] lines = text.split("\n");
		for (int i = lines.length - 1; i >= 0; i--) {
			String line = lines[i].strip();
			if (line.equals(call)) return true;
			if (line.startsWith("make")) return exact.isPresent() && line.startsWith(exact.get());
			if (ENDS.stream().anyMatch(line::startsWith)) return false;
		}
		return false;
	}

	/** How ImageJ records it when it is drawn; empty if that line would not draw the same. */
	private Optional<String> line() {
		Rectangle r = roi.getBounds();
		String box = r.x + ", " + r.y + ", " + r.width + ", " + r.height + ");";
		if (roi.getClass() == Roi.class) return same(new Roi(r), "makeRectangle(" + box);
		if (roi.getClass() == OvalRoi.class) return same(new OvalRoi(r.x, r.y, r.width, r.height), "makeOval(" + box);
		if (roi instanceof Line line && !(roi instanceof Arrow))
			return same(new Line((double) line.x1, line.y1, line.x2, line.y2),
					"makeLine(" + line.x1 + ", " + line.y1 + ", " + line.x2 + ", " + line.y2 + ");");
		if (roi.getClass() == PointRoi.class) return same(new PointRoi(r.x, r.y), "makePoint(" + r.x + ", " + r.y + ",");
		return roi.getClass() == PolygonRoi.class ? corners() : Optional.empty();
	}

	private Optional<String> corners() {
		Polygon p = roi.getPolygon();
		StringBuilder xy = new StringBuilder();
		for (int i = 0; i < p.npoints; i++)
			xy.append(i == 0 ? "" : ",").append(p.xpoints[i]).append(',').append(p.ypoints[i]);
		String method = switch (roi.getType()) {
			case Roi.POLYGON -> "makePolygon(";
			case Roi.POLYLINE -> "makeLine(";
			default -> null;
		};
		return method == null
				? Optional.empty()
				: same(new PolygonRoi(p.xpoints, p.ypoints, p.npoints, roi.getType()), method + xy + ");");
	}

	private Optional<String> same(Roi drawnByTheLine, String line) {
		return RoiShapes.shapeOf(drawnByTheLine).equals(shape) ? Optional.of(line) : Optional.empty();
	}
}
