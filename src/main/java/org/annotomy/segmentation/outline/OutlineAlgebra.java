package org.annotomy.segmentation.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Union, difference and intersection of areas. Each takes any shapes with an area (others count as empty) and gives a polygon with all its
 * parts and holes, or empty if nothing is left. Pieces and holes below {@link #SLIVER_PX2} are rounding, not anatomy, and are dropped.
 */
public final class OutlineAlgebra {

	/** Smallest area that is kept, in square pixels: one step of the grid of 0.01 pixels that other programs round to. */
	public static final double SLIVER_PX2 = 1e-4;

	/** Largest distance between an ellipse or spline and the chords that stand for it here, in pixels. */
	static final double CHORD_ERROR_PX = 0.05;

	private OutlineAlgebra() {}

	public static Optional<PolygonShape> union(Shape a, Shape b) {
		return overlay(a, b, OverlayNG.UNION);
	}

	/** What of {@code a} does not lie in {@code b}. */
	public static Optional<PolygonShape> subtract(Shape a, Shape b) {
		return overlay(a, b, OverlayNG.DIFFERENCE);
	}

	public static Optional<PolygonShape> intersect(Shape a, Shape b) {
		return overlay(a, b, OverlayNG.INTERSECTION);
	}

	/** All of them as one; parts that do not touch stay parts. */
	public static Optional<PolygonShape> merge(Collection<? extends Shape> shapes) {
		List<Geometry> areas = new ArrayList<>();
		for (Shape shape : shapes)
			if (shape.isArea()) areas.add(area(shape));
		return areas.isEmpty() ? Optional.empty() : polygon(OverlayNGRobust.union(areas));
	}

	/**
	 * What of {@code area} lies in none of the others, so that it overlaps nothing.
	 *
	 * @param others shapes of the same plane; those that lie apart cost next to nothing
	 */
	public static Optional<PolygonShape> avoid(Shape area, Collection<? extends Shape> others) {
		List<Geometry> near = new ArrayList<>();
		for (Shape other : others)
			if (other.isArea() && other.bounds().intersects(area.bounds())) near.add(area(other));
		Geometry own = area(area);
		if (near.isEmpty()) return polygon(own);
		return polygon(OverlayNGRobust.overlay(own, OverlayNGRobust.union(near), OverlayNG.DIFFERENCE));
	}

	/** Whether the two share more than a border. */
	public static boolean overlap(Shape a, Shape b) {
		return a.bounds().intersects(b.bounds()) && intersect(a, b).isPresent();
	}

	/** The area with every hole filled. */
	public static Optional<PolygonShape> fillHoles(Shape area) {
		Geometry geometry = area(area);
		Geometry[] shells = new Geometry[geometry.getNumGeometries()];
		for (int i = 0; i < shells.length; i++)
			shells[i] = shell((Polygon) geometry.getGeometryN(i));
		return polygon(OverlayNGRobust.union(Arrays.asList(shells)));
	}

	static Geometry area(Shape shape) {
		return ShapeGeometry.area(shape, CHORD_ERROR_PX);
	}

	static Optional<PolygonShape> polygon(Geometry geometry) {
		return ShapeGeometry.toPolygon(withoutSlivers(geometry), Origin.COMPOSITE);
	}

	private static Optional<PolygonShape> overlay(Shape a, Shape b, int operation) {
		return polygon(OverlayNGRobust.overlay(area(a), area(b), operation));
	}

	private static Geometry withoutSlivers(Geometry geometry) {
		List<Polygon> kept = new ArrayList<>();
		for (int i = 0; i < geometry.getNumGeometries(); i++)
			if (geometry.getGeometryN(i) instanceof Polygon part && part.getArea() >= SLIVER_PX2)
				kept.add(withoutTinyHoles(part));
		return ShapeGeometry.FACTORY.createMultiPolygon(kept.toArray(Polygon[]::new));
	}

	private static Polygon withoutTinyHoles(Polygon part) {
		List<LinearRing> holes = new ArrayList<>();
		for (int i = 0; i < part.getNumInteriorRing(); i++)
			if (ShapeGeometry.FACTORY.createPolygon(part.getInteriorRingN(i)).getArea() >= SLIVER_PX2)
				holes.add(part.getInteriorRingN(i));
		if (holes.size() == part.getNumInteriorRing()) return part;
		return ShapeGeometry.FACTORY.createPolygon(part.getExteriorRing(), holes.toArray(LinearRing[]::new));
	}

	private static Polygon shell(Polygon part) {
		return part.getNumInteriorRing() == 0 ? part : ShapeGeometry.FACTORY.createPolygon(part.getExteriorRing());
	}
}
