package org.annotomy.annotation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.PlaneSpacing;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** All objects of a document that count (rejected ones do not), as they would be with a candidate among them. */
final class Marks {

	private final AnnotationDocument document;
	private final Protocol protocol;
	private final PlaneSpacing spacing;
	private final Map<String, AnnotationClass> classes = new HashMap<>();
	private final List<Mark> all = new ArrayList<>();
	private final Map<String, List<Mark>> byClass = new HashMap<>();
	private final Map<String, AttributeValue> shared = new HashMap<>();
	private STRtree index;

	/** @param candidate takes the place of the object with its id; null for none */
	Marks(AnnotationDocument document, AnnotationObject candidate, PlaneSpacing spacing) {
		this.document = document;
		this.protocol = document.protocol();
		this.spacing = spacing;
		protocol.classes().forEach(c -> classes.put(c.key(), c));
		for (AnnotationObject object : document.objects())
			if (candidate == null || !object.id().equals(candidate.id())) add(object);
		if (candidate != null) add(candidate);
		shared.putAll(document.labels(LabelScope.STUDY));
		shared.putAll(document.labels(LabelScope.IMAGE));
	}

	AnnotationDocument document() {
		return document;
	}

	Protocol protocol() {
		return protocol;
	}

	PlaneSpacing spacing() {
		return spacing;
	}

	List<Mark> all() {
		return all;
	}

	/** The candidate if there is one that is not rejected. */
	Mark last() {
		return all.get(all.size() - 1);
	}

	/** The marks of a class, in the order of the document. */
	List<Mark> of(String classKey) {
		return byClass.getOrDefault(classKey, List.of());
	}

	/** The class, or null. */
	AnnotationClass classOf(String key) {
		return classes.get(key);
	}

	/** All answers that a condition about a mark can depend on: its own, the image's and the study's (keys are unique). */
	Map<String, AttributeValue> answersFor(Map<String, AttributeValue> own) {
		if (shared.isEmpty()) return own;
		Map<String, AttributeValue> answers = new HashMap<>(shared);
		answers.putAll(own);
		return answers;
	}

	/** Prepares {@link #forEachNeighbour} for many marks; for one mark a single pass is quicker. */
	void buildIndex() {
		STRtree tree = new STRtree();
		for (Mark mark : all)
			if (mark.object().shape().isArea()) tree.insert(envelope(mark.bounds()), mark);
		tree.build();
		index = tree;
	}

	/** All other marks with an area whose bounds meet the mark's, in the same plane. */
	void forEachNeighbour(Mark mark, Consumer<Mark> action) {
		Consumer<Mark> filtered = other -> {
			if (other != mark && mark.sharesPlaneWith(other)) action.accept(other);
		};
		if (index != null) {
			index.query(envelope(mark.bounds()), found -> filtered.accept((Mark) found));
			return;
		}
		for (Mark other : all)
			if (other.object().shape().isArea() && other.bounds().intersects(mark.bounds())) filtered.accept(other);
	}

	private void add(AnnotationObject object) {
		if (object.provenance().isRejected()) return;
		Mark mark = new Mark(object, object.classKey() == null ? null : classes.get(object.classKey()));
		all.add(mark);
		if (mark.annotationClass() != null) byClass.computeIfAbsent(object.classKey(), key -> new ArrayList<>()).add(mark);
	}

	private static Envelope envelope(Box box) {
		return new Envelope(box.x(), box.maxX(), box.y(), box.maxY());
	}
}
