package org.annotomy.linking.projection;

import java.util.Optional;

import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;

/**
 * The geometry of an X-ray projection with a C-arm (DICOM PS3.3 C.8.7.5, XA positioner): rays from a point through the isocentre's
 * surroundings onto a flat detector whose middle is opposite to the source. The frame has its origin in the isocentre and the axes of the
 * patient coordinate system (LPS) of a patient who lies on the back; movements of the table between two pictures are not known to it.
 *
 * @param source where the rays come from
 * @param corner the outer corner of the first pixel
 * @param column one pixel towards the next column
 * @param row one pixel towards the next row
 */
public record ProjectionGeometry(Position source, Position corner, Position column, Position row) {

	/**
	 * @param primaryDegrees of the positioner: from RAO (negative) to LAO (positive), 0 for a detector in front of the patient
	 * @param secondaryDegrees of the positioner: from caudal (negative) to cranial (positive)
	 * @param sourceToDetectorMm along the middle ray
	 * @param sourceToIsocentreMm along the middle ray
	 * @param spacing of the pixels at the detector
	 * @throws IllegalArgumentException if the detector is not behind the isocentre, or the pixel spacing unknown
	 */
	public static ProjectionGeometry of(double primaryDegrees, double secondaryDegrees, double sourceToDetectorMm,
			double sourceToIsocentreMm, PlaneSpacing spacing, int columns, int rows) {
		if (!(sourceToIsocentreMm > 0 && sourceToDetectorMm > sourceToIsocentreMm) || !spacing.isKnown())
			throw new IllegalArgumentException("A projection needs its distances from source to patient and to detector, and its "
					+ "pixel spacing at the detector.");
		double p = Math.toRadians(primaryDegrees);
		double s = Math.toRadians(secondaryDegrees);
		Position toDetector = new Position(Math.sin(p) * Math.cos(s), -Math.cos(p) * Math.cos(s), Math.sin(s));
		Position column = new Position(Math.cos(p), Math.sin(p), 0).times(spacing.xMm());
		Position row = new Position(Math.sin(p) * Math.sin(s), -Math.cos(p) * Math.sin(s), -Math.cos(s)).times(spacing.yMm());
		Position middle = toDetector.times(sourceToDetectorMm - sourceToIsocentreMm);
		Position corner = middle.minus(column.times(columns / 2.0)).minus(row.times(rows / 2.0));
		return new ProjectionGeometry(toDetector.times(-sourceToIsocentreMm), corner, column, row);
	}

	/** Where a place is seen, in pixels with corners at integers; empty if it lies behind the source. */
	public Optional<Point> project(Position place) {
		Position normal = column.cross(row);
		Position ray = place.minus(source);
		double along = normal.dot(corner.minus(source)) / normal.dot(ray);
		if (!(along > 0) || Double.isInfinite(along)) return Optional.empty();
		Position seen = source.plus(ray.times(along)).minus(corner);
		return Optional.of(new Point(seen.dot(column) / column.dot(column), seen.dot(row) / row.dot(row)));
	}

	/** The place on the ray of a pixel that is so far from the source. @param pixel with corners at integers */
	public Position onRay(Point pixel, double fromSourceMm) {
		Position onDetector = corner.plus(column.times(pixel.x())).plus(row.times(pixel.y()));
		return source.plus(onDetector.minus(source).unit().times(fromSourceMm));
	}
}
