package org.annotomy.dicom.presentation;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.DisplayLayer.Cover;

/** The display shutter (PS3.3 C.7.6.11): what lies outside all of its shapes is covered. Rows and columns count from 1. */
public final class Shutter {

	private static final int MOST_CORNERS = 10_000;

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
		int grey = Math.max(0, Math.min(0xffff, dataset.integer(Tag.SHUTTER_PRESENTATION_VALUE, 0))) >> 8;
		return Optional.of(new Cover(visible, grey << 16 | grey << 8 | grey));
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
		if (corners.length < 6 || corners.length > 2 * MOST_CORNERS) return Optional.empty();
		Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (int i = 0; i + 1 < corners.length; i += 2)
			if (i == 0) path.moveTo(corners[1] - 0.5, corners[0] - 0.5);
			else path.lineTo(corners[i + 1] - 0.5, corners[i] - 0.5);
		path.closePath();
		return Optional.of(new Area(path));
	}
}
