package org.annotomy.annotation;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Detections;

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
		if (ids instanceof ObjectIds known && known.detections.detections() == now && known.individual.isEmpty()) return known;
		Set<UUID> individual = new LinkedHashSet<>();
		DetectionSet detections = new DetectionSet(now);
		for (UUID id : ids instanceof ObjectIds known && known.detections.detections() == now ? known.individual : ids) {
			Optional<DetectionPlace> place = document.placeOf(id);
			if (place.isPresent()) detections.add(place.get());
			else if (document.object(id).isPresent()) individual.add(id);
		}
		if (ids instanceof ObjectIds known && known.detections.detections() == now) detections.addAll(known.detections);
		return new ObjectIds(individual, detections);
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
}
