package org.annotomy.annotation.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.geometry.Point;

/** Where the marks of some classes are: the middle of each, of points each one. Rejected marks do not count. */
final class Places {

	private final AnnotationDocument document;

	Places(AnnotationDocument document) {
		this.document = document;
	}

	/** Visits the places with the key of their class. */
	void forEach(List<String> classes, BiConsumer<Point, String> visitor) {
		Set<String> wanted = new HashSet<>(classes);
		for (AnnotationObject object : document.individualObjects())
			if (object.countsAs(wanted::contains)) places(object).forEach(place -> visitor.accept(place, object.classKey()));
		for (Detections.Keyed keyed : document.detections().blocks())
			visit(keyed.block(), wanted, visitor);
	}

	private static List<Point> places(AnnotationObject object) {
		if (!(object.shape() instanceof PointsShape points)) return List.of(object.shape().bounds().centre());
		List<Point> places = new ArrayList<>();
		for (int i = 0; i < points.points().size(); i++)
			places.add(new Point(points.points().x(i), points.points().y(i)));
		return places;
	}

	private static void visit(DetectionBlock block, Set<String> wanted, BiConsumer<Point, String> visitor) {
		List<DetectionKind> kinds = block.kinds().palette();
		boolean[] counts = new boolean[kinds.size()];
		for (int i = 0; i < counts.length; i++)
			counts[i] = kinds.get(i).pattern().countsAs(wanted::contains);
		for (int row = 0; row < block.size(); row++) {
			if (!counts[block.kinds().index(row)]) continue;
			double[] middle = block.outlines().centroid(row);
			visitor.accept(new Point(middle[0], middle[1]), block.kinds().of(row).classKey());
		}
	}
}
