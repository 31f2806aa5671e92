package org.annotomy.linking.projection;

import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.VolumeSize;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Areas around places and lines, worked out in mm and given in pixels of an image, as far as they lie in it. */
final class Bands {

	private static final int SEGMENTS_PER_QUADRANT = 32;

	private final PlaneSpacing spacing;
	private final VolumeSize size;

	Bands(PlaneSpacing spacing, VolumeSize size) {
		this.spacing = spacing;
		this.size = size;
	}

	/** What lies between two distances from a point. @return empty if all of it lies outside the image */
	Optional<PolygonShape> ring(Coordinate centreMm, double innerMm, double outerMm) {
		Geometry point = ShapeGeometry.FACTORY.createPoint(centreMm);
		Geometry outer = point.buffer(outerMm, SEGMENTS_PER_QUADRANT);
		return inImage(innerMm > 0 ? outer.difference(point.buffer(innerMm, SEGMENTS_PER_QUADRANT)) : outer);
	}

	/** What lies within a distance of a line. @return empty if all of it lies outside the image */
	Optional<PolygonShape> around(Coordinate fromMm, Coordinate toMm, double distanceMm) {
		Geometry line = ShapeGeometry.FACTORY.createLineString(new Coordinate[]{fromMm, toMm});
		return inImage(line.buffer(distanceMm, SEGMENTS_PER_QUADRANT));
	}

	private Optional<PolygonShape> inImage(Geometry mm) {
		Geometry pixels = AffineTransformation.scaleInstance(1 / spacing.xMm(), 1 / spacing.yMm()).transform(mm);
		Geometry image = ShapeGeometry.FACTORY.toGeometry(new Envelope(0, size.nx(), 0, size.ny()));
		return ShapeGeometry.toPolygon(pixels.intersection(image), Origin.POLYGON);
	}
}
