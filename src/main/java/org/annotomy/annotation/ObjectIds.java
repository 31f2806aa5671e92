package org.annotomy.annotation;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;

/**
 * Identities of some objects of a document, in its order: of a million detections, a bit for each. Not to be changed once it is made. Of a
 * later state of the document it still names the same objects.
 */
public final class ObjectIds extends AbstractSet<UUID> {

	private final Set<UUID> individual;
	private final DetectionSet detections;
	private final int size;

	ObjectIds(Set<UUID> individual, DetectionSet detections) {
		this.individual = individual;
		this.detections = detections;
		size = individual.size() + detections.count();
	}

	/** Those of the ids that the document has now. */
	public static ObjectIds of(Collection<UUID> ids, AnnotationDocument document) {
		Detections now = document.detections();
		ObjectIds known = ids instanceof ObjectIds some ? some : null;
		DetectionSet detections = known == null ? new DetectionSet(now) : known.detections.in(now);
		Set<UUID> individual = new LinkedHashSet<>();
		for (UUID id : known == null ? ids : known.individual) {
			Optional<DetectionPlace> place = document.placeOf(id);
			if (place.isPresent()) detections.add(place.get());
			else if (document.individualObject(id).isPresent()) individual.add(id);
		}
		if (known != null && detections.count() < known.detections.count())
			for (UUID id : known.detections)
				if (document.individualObject(id).isPresent()) individual.add(id);
		return new ObjectIds(individual, detections);
	}

	/**
	 * Objects by their places in {@link AnnotationDocument#objects}.
	 *
	 * @param numbers from 0; each must be there
	 */
	public static ObjectIds numbered(AnnotationDocument document, int... numbers) {
		int own = document.individualObjects().size();
		Set<UUID> individual = new LinkedHashSet<>();
		BitSet detections = new BitSet();
		for (int number : numbers)
			if (number < own) individual.add(document.individualObjects().get(number).id());
			else detections.set(number - own);
		return new ObjectIds(individual, DetectionSet.numbered(document.detections(), detections));
	}

	/** Those of the ids that the document has now, in its order. */
	public static ObjectIds inOrder(Collection<UUID> ids, AnnotationDocument document) {
		ObjectIds some = of(ids, document);
		if (some.individual.size() < 2) return some;
		Set<UUID> ordered = new LinkedHashSet<>();
		for (AnnotationObject object : document.individualObjects())
			if (some.individual.contains(object.id())) ordered.add(object.id());
		return new ObjectIds(ordered, some.detections);
	}

	/** Those that are in the other set of the same state of the document, too. */
	ObjectIds and(ObjectIds other) {
		Set<UUID> both = new LinkedHashSet<>(individual);
		both.retainAll(other.individual);
		DetectionSet some = new DetectionSet(detections.detections());
		some.addAll(detections);
		some.retainAll(other.detections);
		return new ObjectIds(both, some);
	}

	/** Those that are no detections. */
	public Set<UUID> individual() {
		return individual;
	}

	public DetectionSet detections() {
		return detections;
	}

	@Override
	public boolean contains(Object id) {
		if (!(id instanceof UUID uuid)) return false;
		return individual.contains(uuid) || detections.detections().find(uuid).map(detections::contains).orElse(false);
	}

	@Override
	public int size() {
		return size;
	}

	@Override
	public Iterator<UUID> iterator() {
		Iterator<UUID> first = individual.iterator();
		Iterator<UUID> second = detections.iterator();
		return new Iterator<>() {
			@Override
			public boolean hasNext() {
				return first.hasNext() || second.hasNext();
			}

			@Override
			public UUID next() {
				return first.hasNext() ? first.next() : second.next();
			}
		};
	}

	@Override
	public boolean equals(Object other) {
		if (other instanceof ObjectIds ids && ids.detections.detections() == detections.detections())
			return individual.equals(ids.individual) && detections.rows().equals(ids.detections.rows());
		return super.equals(other);
	}

	@Override
	public int hashCode() {
		return super.hashCode();
	}
}
