package org.annotomy.training;

import java.util.Optional;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Box;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * What a tile shows of a mark.
 *
 * @param object the mark as a whole
 * @param order of its class, from 0
 * @param area in pixels of the tile, cut at its border
 */
record TileMark(AnnotationObject object, int order, PolygonShape area) {

	/** @param tile in pixels of level 0 @param size of the tile in its own pixels @return empty if the tile shows nothing of it */
	static Optional<TileMark> of(AnnotationObject object, int order, Box tile, int size) {
		double scale = size / tile.width();
		Geometry own = new AffineTransformation(scale, 0, -tile.x() * scale, 0, scale, -tile.y() * scale)
				.transform(ShapeGeometry.area(object.shape()));
		Envelope border = new Envelope(0, size, 0, size);
		Geometry seen = border.contains(own.getEnvelopeInternal()) ? own : cut(own, border);
		if (seen.isEmpty() || seen.getArea() == 0) return Optional.empty();
		return ShapeGeometry.toPolygon(seen, Origin.POLYGON).map(area -> new TileMark(object, order, area));
	}

	/** An outline that crosses itself is repaired first. */
	private static Geometry cut(Geometry area, Envelope border) {
		Geometry frame = ShapeGeometry.FACTORY.toGeometry(border);
		try {
			return area.intersection(frame);
		} catch (TopologyException e) {
			return area.buffer(0).intersection(frame);
		}
	}
}
