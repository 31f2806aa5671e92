package org.annotomy.annotation.count;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.geometry.Point;

/** Where some marks are: the middle of each, of points each one. */
final class Places {

	private final AnnotationDocument document;

	Places(AnnotationDocument document) {
		this.document = document;
	}

	/** Visits the places with the key of their class. @param wanted asks for nothing in which detections of a kind differ */
	void forEach(Predicate<AnnotationObject> wanted, BiConsumer<Point, String> visitor) {
		for (AnnotationObject object : document.individualObjects())
			if (wanted.test(object)) places(object).forEach(place -> visitor.accept(place, object.classKey()));
		for (Detections.Keyed keyed : document.detections().blocks())
			visit(keyed.block(), wanted, visitor);
	}

	/** Of one object. */
	static List<Point> places(AnnotationObject object) {
		if (!(object.shape() instanceof PointsShape points)) return List.of(object.shape().bounds().centre());
		List<Point> places = new ArrayList<>();
		for (int i = 0; i < points.points().size(); i++)
			places.add(new Point(points.points().x(i), points.points().y(i)));
		return places;
	}

	private static void visit(DetectionBlock block, Predicate<AnnotationObject> wanted, BiConsumer<Point, String> visitor) {
		boolean[] counts = block.kinds().are(kind -> wanted.test(kind.pattern()));
		for (int row = 0; row < block.size(); row++) {
			if (!counts[block.kinds().index(row)]) continue;
			double[] middle = block.outlines().centroid(row);
			visitor.accept(new Point(middle[0], middle[1]), block.kinds().of(row).classKey());
		}
	}
}
