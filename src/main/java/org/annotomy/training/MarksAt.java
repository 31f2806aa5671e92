package org.annotomy.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.geometry.Box;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Marks with an area by where they lie; rejected ones and those of other classes are left out. Safe for use by several threads. */
final class MarksAt {

	private final STRtree tree = new STRtree();
	private final Detections detections;
	private final Map<String, Integer> order = new HashMap<>();
	private final int z;
	private final int t;

	/** @param classes in the order of drawing @param z focus plane @param t time point */
	MarksAt(AnnotationDocument document, List<String> classes, int z, int t) {
		classes.forEach(key -> order.put(key, order.size()));
		this.z = z;
		this.t = t;
		this.detections = document.detections();
		for (AnnotationObject object : document.individualObjects())
			if (counts(object)) tree.insert(envelope(object.shape().bounds()), object);
		tree.build();
	}

	private boolean counts(AnnotationObject object) {
		return object.reaches(z, t) && object.countsAs(order::containsKey) && object.shape().isArea();
	}

	/** The place of a mark's class in the order of drawing, from 0. */
	int order(AnnotationObject object) {
		return order.get(object.classKey());
	}

	/** Marks that may reach into a box: by the order of their classes, then by that in which they are drawn, then of their ids. */
	List<AnnotationObject> in(Box box) {
		List<AnnotationObject> found = new ArrayList<>();
		for (Object object : tree.query(envelope(box)))
			found.add((AnnotationObject) object);
		for (DetectionPlace place : detections.at(box, Integer.MAX_VALUE, kind -> counts(kind.pattern())))
			found.add(detections.object(place));
		found.sort(Comparator.comparingInt(this::order).thenComparing(object -> object.appearance().order())
				.thenComparing(AnnotationObject::id));
		return found;
	}

	private static Envelope envelope(Box box) {
		return new Envelope(box.x(), box.maxX(), box.y(), box.maxY());
	}
}
