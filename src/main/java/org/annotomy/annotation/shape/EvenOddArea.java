package org.annotomy.annotation.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Repairs outlines that cross themselves or each other: cuts the plane along all rings and keeps the faces that lie inside an odd number
 * of rings.
 */
final class EvenOddArea {

	private EvenOddArea() {}

	/** @return a valid Polygon or MultiPolygon, perhaps empty; the same for the same outlines, although the polygonizer has no fixed order */
	static Geometry of(Geometry invalid) {
		GeometryFactory factory = invalid.getFactory();
		List<LinearRing> rings = rings(invalid);
		Polygonizer polygonizer = new Polygonizer();
		polygonizer.add(OverlayNGRobust.union(factory.createMultiLineString(rings.toArray(LinearRing[]::new))));
		List<IndexedPointInAreaLocator> insides = rings.stream().map(IndexedPointInAreaLocator::new).toList();
		List<Geometry> kept = new ArrayList<>();
		for (Object face : (Collection<?>) polygonizer.getPolygons())
			if (isInside(((Geometry) face).getInteriorPoint().getCoordinate(), insides)) kept.add((Geometry) face);
		Geometry area = kept.isEmpty() ? null : OverlayNGRobust.union(kept);
		return area == null ? factory.createPolygon() : area.norm();
	}

	private static boolean isInside(Coordinate point, List<IndexedPointInAreaLocator> insides) {
		return insides.stream().filter(inside -> inside.locate(point) == Location.INTERIOR).count() % 2 == 1;
	}

	private static List<LinearRing> rings(Geometry geometry) {
		List<LinearRing> rings = new ArrayList<>();
		for (int i = 0; i < geometry.getNumGeometries(); i++) {
			Polygon part = (Polygon) geometry.getGeometryN(i);
			rings.add(part.getExteriorRing());
			for (int k = 0; k < part.getNumInteriorRing(); k++)
				rings.add(part.getInteriorRingN(k));
		}
		return rings;
	}
}
