package org.annotomy.annotation.detection;

import org.annotomy.annotation.detection.Detections.Keyed;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Box;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * The detections in an area, by the rule of QuPath: those whose centre of area lies inside or on its edge, on the same slice and time point.
 * Costs what lies in the area's box.
 */
public final class DetectionsInArea {

	private DetectionsInArea() {}

	/**
	 * @param area a shape that encloses one
	 * @param plane of the area; its channel does not count
	 * @throws IllegalArgumentException if the shape encloses no area
	 */
	public static DetectionSet of(Detections detections, Shape area, Plane plane) {
		if (!area.isArea()) throw new IllegalArgumentException("A region is an area, not a " + area.kind().key() + ".");
		IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(ShapeGeometry.area(area));
		Box box = area.bounds();
		DetectionSet found = new DetectionSet(detections);
		for (Keyed block : detections.blocksAt(box)) {
			Outlines outlines = block.block().outlines();
			Kinds kinds = block.block().kinds();
			outlines.search(box, row -> {
				Plane of = kinds.of(row).pattern().plane();
				if (of.z() != plane.z() || of.t() != plane.t()) return;
				double[] centre = outlines.centroid(row);
				if (inside.locate(new Coordinate(centre[0], centre[1])) != Location.EXTERIOR)
					found.add(new DetectionPlace(block.key(), row));
			});
		}
		return found;
	}
}
