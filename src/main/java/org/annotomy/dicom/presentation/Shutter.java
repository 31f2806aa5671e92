package org.annotomy.dicom.presentation;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.DisplayLayer.Cover;

/** The display shutter (PS3.3 C.7.6.11): what lies outside all of its shapes is covered. Rows and columns count from 1. */
public final class Shutter {

	private static final int MOST_CORNERS = 1000;
	/** Cutting out an outline takes time and memory for each place where it crosses itself, which an honest one hardly does. */
	private static final int MOST_CROSSINGS = 100;

	private Shutter() {}

	/** The cover, if the file has a shutter of shapes that leaves some of the image free. */
	public static Optional<Cover> of(DicomDataset dataset) {
		int columns = dataset.integer(Tag.COLUMNS, 0);
		int rows = dataset.integer(Tag.ROWS, 0);
		Area all = new Area(new Rectangle2D.Double(0, 0, columns, rows));
		Area visible = new Area(all);
		for (String shape : dataset.strings(Tag.SHUTTER_SHAPE))
			switch (shape) {
			case "RECTANGULAR" -> visible.intersect(rectangle(dataset, columns, rows));
			case "CIRCULAR" -> circle(dataset).ifPresent(visible::intersect);
			case "POLYGONAL" -> polygon(dataset).ifPresent(visible::intersect);
			default -> {
				// A bitmap shutter names an overlay, which presentation states have.
			}
			}
		if (visible.isEmpty() || visible.equals(all)) return Optional.empty();
		return Optional.of(new Cover(visible, rgb(dataset)));
	}

	/** The grey of the cover. */
	static int rgb(DicomDataset dataset) {
		int grey = Math.max(0, Math.min(0xffff, dataset.integer(Tag.SHUTTER_PRESENTATION_VALUE, 0))) >> 8;
		return grey << 16 | grey << 8 | grey;
	}

	/** The group of the overlay whose bits cover the image (PS3.3 C.7.6.15), which presentation states may have; 0 if there is none. */
	static int bitmapGroup(DicomDataset dataset) {
		return dataset.strings(Tag.SHUTTER_SHAPE).contains("BITMAP") ? dataset.integer(Tag.SHUTTER_OVERLAY_GROUP, 0) : 0;
	}

	private static Area rectangle(DicomDataset dataset, int columns, int rows) {
		double left = dataset.number(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 1) - 1;
		double right = dataset.number(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, columns);
		double top = dataset.number(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 1) - 1;
		double bottom = dataset.number(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, rows);
		return new Area(new Rectangle2D.Double(left, top, Math.max(0, right - left), Math.max(0, bottom - top)));
	}

	private static Optional<Area> circle(DicomDataset dataset) {
		double[] center = dataset.doubles(Tag.CENTER_OF_CIRCULAR_SHUTTER);
		double radius = dataset.number(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 0);
		if (center.length < 2 || !(radius > 0)) return Optional.empty();
		double x = center[1] - 0.5;
		double y = center[0] - 0.5;
		return Optional.of(new Area(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius)));
	}

	private static Optional<Area> polygon(DicomDataset dataset) {
		double[] corners = dataset.doubles(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER);
		if (corners.length < 6 || corners.length > 2 * MOST_CORNERS || isKnot(corners)) return Optional.empty();
		Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (int i = 0; i + 1 < corners.length; i += 2)
			if (i == 0) path.moveTo(corners[1] - 0.5, corners[0] - 0.5);
			else path.lineTo(corners[i + 1] - 0.5, corners[i] - 0.5);
		path.closePath();
		return Optional.of(new Area(path));
	}

	/** @param corners row and column in turn */
	private static boolean isKnot(double[] corners) {
		int count = corners.length / 2;
		int crossings = 0;
		for (int i = 2; i < count; i++)
			for (int k = 0; k < i - 1; k++)
				if (cross(edge(corners, i, count), edge(corners, k, count)) && ++crossings > MOST_CROSSINGS) return true;
		return false;
	}

	/** From a corner to the next. */
	private static Line2D edge(double[] corners, int corner, int count) {
		int next = (corner + 1) % count;
		return new Line2D.Double(corners[2 * corner], corners[2 * corner + 1], corners[2 * next], corners[2 * next + 1]);
	}

	/** Whether the ends of each lie on different sides of the other; to touch is not enough. */
	private static boolean cross(Line2D a, Line2D b) {
		return a.relativeCCW(b.getP1()) * a.relativeCCW(b.getP2()) < 0 && b.relativeCCW(a.getP1()) * b.relativeCCW(a.getP2()) < 0;
	}
}
