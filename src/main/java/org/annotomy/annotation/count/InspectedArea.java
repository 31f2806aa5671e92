package org.annotomy.annotation.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Point;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The areas of a class, where they overlap only once. */
final class InspectedArea {

	private final double areaPx2;
	private final Optional<IndexedPointInAreaLocator> locator;

	private InspectedArea(Geometry area) {
		areaPx2 = area.getArea();
		locator = area.isEmpty() ? Optional.empty() : Optional.of(new IndexedPointInAreaLocator(area));
	}

	/** The areas of a class, but for fields that are not finished. */
	static InspectedArea finished(AnnotationDocument document, String classKey) {
		return of(document, classKey, object -> !CountingFields.isUnfinished(object));
	}

	/** The fields of a class that are not finished. */
	static InspectedArea unfinished(AnnotationDocument document, String classKey) {
		return of(document, classKey, CountingFields::isUnfinished);
	}

	private static InspectedArea of(AnnotationDocument document, String classKey, Predicate<AnnotationObject> wanted) {
		List<Geometry> areas = new ArrayList<>();
		for (AnnotationObject object : document.individualObjects())
			if (object.countsAs(classKey::equals) && object.shape().isArea() && wanted.test(object))
				areas.add(ShapeGeometry.area(object.shape()));
		Detections detections = document.detections();
		DetectionSet counted = DetectionSet.ofKind(detections, kind -> kind.pattern().countsAs(classKey::equals));
		counted.rows().forEach((key, rows) -> rows.stream()
				.forEach(row -> areas.add(ShapeGeometry.area(detections.block(key).object(row).shape()))));
		Geometry union = areas.isEmpty() ? ShapeGeometry.FACTORY.createPolygon() : UnaryUnionOp.union(areas);
		return new InspectedArea(union);
	}

	double areaPx2() {
		return areaPx2;
	}

	boolean contains(Point place) {
		return locator.isPresent() && locator.get().locate(new Coordinate(place.x(), place.y())) != Location.EXTERIOR;
	}
}
