package org.annotomy.segmentation.outline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Cuts an area along a line that was drawn across it. */
public final class OutlineSplit {

	/** The polygonizer gives its faces, and begins their rings, in an order that differs from run to run. */
	private static final Comparator<Geometry> LARGEST_FIRST = Comparator.comparingDouble(Geometry::getArea).reversed()
			.thenComparing(Geometry::compareTo);

	private OutlineSplit() {}

	/**
	 * The pieces, the largest first. Parts that the line does not cut stay with the largest piece. A line that ends inside cuts only as far
	 * as it divides; a loop cuts out what it encloses.
	 *
	 * @param area any shape with an area
	 * @param line a line, polyline or free line
	 * @return one piece (the whole area) if the line does not divide it; none if the shape has no area
	 */
	public static List<PolygonShape> split(Shape area, Shape line) {
		Geometry geometry = OutlineAlgebra.area(area);
		Geometry cut = ShapeGeometry.of(line, OutlineAlgebra.CHORD_ERROR_PX);
		List<Geometry> pieces = new ArrayList<>();
		List<Geometry> whole = new ArrayList<>();
		for (int i = 0; i < geometry.getNumGeometries(); i++) {
			List<Geometry> faces = faces((Polygon) geometry.getGeometryN(i), cut);
			(faces.size() > 1 ? pieces : whole).addAll(faces);
		}
		pieces.sort(LARGEST_FIRST);
		if (pieces.isEmpty()) return OutlineAlgebra.polygon(geometry).stream().toList();
		whole.add(pieces.get(0));
		pieces.set(0, OverlayNGRobust.union(whole));
		return pieces.stream().flatMap(piece -> OutlineAlgebra.polygon(piece).stream()).toList();
	}

	private static List<Geometry> faces(Polygon part, Geometry cut) {
		if (!part.getEnvelopeInternal().intersects(cut.getEnvelopeInternal())) return List.of(part);
		Polygonizer polygonizer = new Polygonizer();
		polygonizer.add(OverlayNGRobust.union(List.of(part.getBoundary(), cut)));
		IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(part);
		List<Geometry> faces = new ArrayList<>();
		for (Object found : (Collection<?>) polygonizer.getPolygons()) {
			Geometry face = ((Geometry) found).norm();
			Coordinate point = face.getInteriorPoint().getCoordinate();
			if (face.getArea() >= OutlineAlgebra.SLIVER_PX2 && inside.locate(point) == Location.INTERIOR) faces.add(face);
		}
		return faces.isEmpty() ? List.of(part) : faces.stream().sorted(LARGEST_FIRST).toList();
	}
}
