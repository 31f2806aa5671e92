package org.annotomy.dicom.presentation;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Point;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Drawing;
import org.annotomy.image.DisplayLayer.Figure;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.image.DisplayLayer.Words;

/**
 * Lines, areas and texts of a presentation state (PS3.3 C.10.5), in pixels whose corners are integers. Those in units of the displayed area are
 * brought to pixels by the area that the state selects.
 */
final class StateGraphics {

	private static final int MOST_OBJECTS = 10_000;
	private static final int MOST_NUMBERS = 200_000;
	private static final int LONGEST_TEXT = 1024;
	private static final double POINT_PX = 2;
	private static final String PLAIN_NAME = "[A-Z0-9_ ]{1,16}";

	private final DicomDataset state;
	private final StatePlanes planes;
	private final DisplayedArea displayed;
	private final List<String> notes;
	private int objects;
	private boolean unknown;

	StateGraphics(DicomDataset state, StatePlanes planes, DisplayedArea displayed, List<String> notes) {
		this.state = state;
		this.planes = planes;
		this.displayed = displayed;
		this.notes = notes;
	}

	/** One for each annotation of the state, under the name of its graphic layer. */
	List<DisplayLayer> layers() {
		List<DisplayLayer> layers = new ArrayList<>();
		for (DicomDataset annotation : state.items(Tag.GRAPHIC_ANNOTATION_SEQUENCE)) {
			BitSet where = planes.of(annotation);
			Drawing drawing = drawing(annotation);
			if (where.isEmpty() || drawing.isEmpty()) continue;
			String layer = annotation.string(Tag.GRAPHIC_LAYER, "");
			String name = layer.matches(PLAIN_NAME) ? layer.strip() : "graphics";
			layers.add(new DisplayLayer("Presentation state: " + name, Kind.OVERLAY, StatePlanes.on(where, drawing)));
		}
		if (unknown) notes.add("Some graphics of the state are broken or of a kind that is not understood; they are not shown.");
		return layers;
	}

	private Drawing drawing(DicomDataset annotation) {
		List<Figure> figures = new ArrayList<>();
		List<Words> words = new ArrayList<>();
		if (annotation.has(Tag.COMPOUND_GRAPHIC_SEQUENCE)) unknown = true;
		for (DicomDataset object : annotation.items(Tag.GRAPHIC_OBJECT_SEQUENCE))
			if (++objects <= MOST_OBJECTS) addFigure(object, figures);
		for (DicomDataset object : annotation.items(Tag.TEXT_OBJECT_SEQUENCE))
			if (++objects <= MOST_OBJECTS) addWords(object, words);
		return new Drawing(figures, words);
	}

	private void addFigure(DicomDataset object, List<Figure> figures) {
		double[] data = object.doubles(Tag.GRAPHIC_DATA);
		double[] at = data.length > MOST_NUMBERS ? null : pixels(data, object.string(Tag.GRAPHIC_ANNOTATION_UNITS, ""));
		Path2D shape = at == null ? null : shape(object.string(Tag.GRAPHIC_TYPE, ""), at);
		if (shape == null) unknown = true;
		else figures.add(new Figure(shape, object.string(Tag.GRAPHIC_FILLED, "N").equals("Y")));
	}

	private void addWords(DicomDataset object, List<Words> words) {
		boolean boxed = object.has(Tag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER);
		double[] place = object.doubles(boxed ? Tag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER : Tag.ANCHOR_POINT);
		double[] at = pixels(place,
				object.string(boxed ? Tag.BOUNDING_BOX_ANNOTATION_UNITS : Tag.ANCHOR_POINT_ANNOTATION_UNITS, ""));
		String text = object.string(Tag.UNFORMATTED_TEXT_VALUE, "");
		if (at == null || at.length < 2) unknown = true;
		else if (!text.isBlank()) words.add(new Words(at[0], at[1], text.substring(0, Math.min(LONGEST_TEXT, text.length()))));
	}

	/** @return x and y in turn, or null if they are of no known unit, or no numbers */
	private double[] pixels(double[] xy, String units) {
		for (double number : xy)
			if (!Double.isFinite(number)) return null;
		if (units.equals("PIXEL")) return xy;
		if (!units.equals("DISPLAY")) return null;
		double[] pixels = new double[xy.length / 2 * 2];
		for (int i = 0; i + 1 < xy.length; i += 2) {
			Point at = displayed.pixel(xy[i], xy[i + 1]);
			pixels[i] = at.x();
			pixels[i + 1] = at.y();
		}
		return pixels;
	}

	/** Null if the type is unknown or the numbers are too few. */
	private static Path2D shape(String type, double[] at) {
		return switch (type) {
			case "POINT" -> at.length < 2 ? null : circle(at[0], at[1], POINT_PX);
			case "POLYLINE" -> at.length < 4 ? null : line(at);
			case "INTERPOLATED" -> at.length < 4 ? null : curve(at);
			case "CIRCLE" -> at.length < 4 ? null : circle(at[0], at[1], Math.hypot(at[2] - at[0], at[3] - at[1]));
			case "ELLIPSE" -> at.length < 8 ? null : ellipse(at);
			default -> null;
		};
	}

	private static Path2D circle(double x, double y, double radius) {
		return new Path2D.Double(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
	}

	/** By the ends of the major, then of the minor axis. */
	private static Path2D ellipse(double[] at) {
		double major = Math.hypot(at[2] - at[0], at[3] - at[1]) / 2;
		double minor = Math.hypot(at[6] - at[4], at[7] - at[5]) / 2;
		AffineTransform place = AffineTransform.getTranslateInstance((at[0] + at[2]) / 2, (at[1] + at[3]) / 2);
		place.rotate(at[2] - at[0], at[3] - at[1]);
		return new Path2D.Double(new Ellipse2D.Double(-major, -minor, 2 * major, 2 * minor), place);
	}

	private static Path2D line(double[] at) {
		Path2D.Double path = new Path2D.Double();
		path.moveTo(at[0], at[1]);
		for (int i = 2; i + 1 < at.length; i += 2)
			path.lineTo(at[i], at[i + 1]);
		return path;
	}

	/** Smooth through all points (Catmull and Rom); the standard leaves open how it is smooth. */
	private static Path2D curve(double[] at) {
		int count = at.length / 2;
		boolean closed = count > 3 && at[0] == at[2 * count - 2] && at[1] == at[2 * count - 1];
		Path2D.Double path = new Path2D.Double();
		path.moveTo(at[0], at[1]);
		for (int i = 0; i + 1 < count; i++) {
			int before = i > 0 ? i - 1 : closed ? count - 2 : 0;
			int after = i + 2 < count ? i + 2 : closed ? 1 : count - 1;
			path.curveTo(at[2 * i] + (at[2 * i + 2] - at[2 * before]) / 6,
					at[2 * i + 1] + (at[2 * i + 3] - at[2 * before + 1]) / 6,
					at[2 * i + 2] - (at[2 * after] - at[2 * i]) / 6, at[2 * i + 3] - (at[2 * after + 1] - at[2 * i + 1]) / 6,
					at[2 * i + 2], at[2 * i + 3]);
		}
		return path;
	}
}
