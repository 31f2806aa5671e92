package org.annotomy.imagej.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.assist.microarray.ArrayCorners;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.process.FloatPolygon;

/** Where a selection says that the outer cores of a microarray are. */
final class MicroarrayCorners {

	private MicroarrayCorners() {}

	/**
	 * A rotated rectangle has its corners at the middles of the outer cores; three points are A-1, the last core of the first row, the first of
	 * the last row; a fourth one, the last of the last row, allows for a skewed array; a polygon or polyline of three or four corners is taken
	 * in the same way; of anything else the upright box counts.
	 *
	 * @param roi null for none
	 * @return empty without a selection
	 */
	static Optional<ArrayCorners> of(Roi roi) {
		if (roi == null) return Optional.empty();
		if (roi instanceof RotatedRectRoi) return Optional.of(ArrayCorners.around(corners(roi, 0).subList(0, 4)));
		List<Point> points = roi instanceof PointRoi
				? corners(roi, 0.5)
				: roi instanceof PolygonRoi ? corners(roi, 0) : List.of();
		if (points.size() == 3) return Optional.of(ArrayCorners.of(points.get(0), points.get(1), points.get(2)));
		if (points.size() == 4 && roi instanceof PointRoi)
			return Optional.of(new ArrayCorners(points.get(0), points.get(1), points.get(2), points.get(3)));
		if (points.size() == 4) return Optional.of(ArrayCorners.around(points));
		var bounds = roi.getFloatBounds();
		return Optional.of(ArrayCorners.of(new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight())));
	}

	/** @param shift of integers to pixel centres */
	private static List<Point> corners(Roi roi, double shift) {
		FloatPolygon polygon = roi.getFloatPolygon();
		List<Point> corners = new ArrayList<>();
		for (int i = 0; i < polygon.npoints; i++)
			corners.add(new Point(polygon.xpoints[i] + shift, polygon.ypoints[i] + shift));
		return corners;
	}
}
