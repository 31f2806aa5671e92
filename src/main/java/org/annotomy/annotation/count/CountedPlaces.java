package org.annotomy.annotation.count;

import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.CountTask;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Point;
import org.locationtech.jts.geom.Coordinate;

/** Whether a mark lies where its protocol counts it. */
public final class CountedPlaces {

	private CountedPlaces() {}

	/**
	 * What the rater should know of a mark that a count looks for, but that lies outside all areas within which that count is made.
	 *
	 * @return empty if it is counted, no count looks for it, or no such area has been drawn yet
	 */
	public static Optional<String> warning(AnnotationDocument document, AnnotationObject mark) {
		for (CountTask task : document.protocol().counts())
			if (task.within() != null && task.takes(mark) && isOutside(document, task, mark))
				return Optional
						.of("This lies outside " + name(document, task.within()) + " and does not count for \"" + task.title()
								+ "\".");
		return Optional.empty();
	}

	private static boolean isOutside(AnnotationDocument document, CountTask task, AnnotationObject mark) {
		List<AnnotationObject> areas = document.individualObjects().stream()
				.filter(object -> object.countsAs(task.within()::equals) && object.shape().isArea()).toList();
		return !areas.isEmpty() && Places.places(mark).stream().anyMatch(place -> areas.stream().noneMatch(a -> holds(a, place)));
	}

	/** Whether a place lies in an area or on its border. */
	static boolean holds(AnnotationObject area, Point place) {
		return area.shape().bounds().grow(1e-6).contains(place) && ShapeGeometry.area(area.shape())
				.intersects(ShapeGeometry.FACTORY.createPoint(new Coordinate(place.x(), place.y())));
	}

	private static String name(AnnotationDocument document, String classKey) {
		return document.protocol().findClass(classKey).map(c -> "every \"" + c.name() + "\"").orElse("the inspected areas");
	}
}
