package org.annotomy.followup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Tracking;

/**
 * Which marks of all time points are one lesion: those of one tracking UID; those without one that have the class and name of one that has;
 * else those of one class and name. What belongs to a mark of its class, such as its axes, is that mark's lesion.
 */
final class LesionIds {

	private final Map<String, Set<String>> uidsByName = new HashMap<>();

	LesionIds(List<Visit> visits) {
		for (Visit visit : visits) {
			for (AnnotationObject object : visit.document().objects())
				if (object.countsAs(key -> true)) note(object.classKey(), object.name(), object.tracking());
			for (Segment segment : visit.document().segments())
				if (segment.countsAs(key -> true)) note(segment.classKey(), segment.name(), segment.tracking());
		}
	}

	private void note(String classKey, String name, Tracking tracking) {
		if (isBlank(name) || tracking == null) return;
		uidsByName.computeIfAbsent(classKey + "/" + name, key -> new HashSet<>()).add(tracking.uid());
	}

	String of(AnnotationObject object, AnnotationDocument document) {
		AnnotationObject whole = whole(object, document);
		return of(whole.classKey(), whole.name(), whole.tracking(), whole.id());
	}

	String of(Segment segment) {
		return of(segment.classKey(), segment.name(), segment.tracking(), segment.id());
	}

	private String of(String classKey, String name, Tracking tracking, UUID own) {
		if (tracking != null) return tracking.uid();
		if (isBlank(name)) return own.toString();
		Set<String> uids = uidsByName.getOrDefault(classKey + "/" + name, Set.of());
		return uids.size() == 1 ? uids.iterator().next() : classKey + "/" + name;
	}

	/** The mark that an object belongs to, if it is of its class and has no thing of its own. */
	private static AnnotationObject whole(AnnotationObject object, AnnotationDocument document) {
		AnnotationObject at = object;
		Set<UUID> seen = new HashSet<>();
		while (at.parent() != null && at.tracking() == null && seen.add(at.id())) {
			Optional<AnnotationObject> parent = document.individualObject(at.parent());
			if (parent.isEmpty() || !String.valueOf(at.classKey()).equals(parent.get().classKey())) return at;
			at = parent.get();
		}
		return at;
	}

	/** Names that several linked lesions of one class have, in the order of the alphabet. */
	Set<String> ambiguousNames() {
		Set<String> names = new TreeSet<>();
		uidsByName.forEach((key, uids) -> { if (uids.size() > 1) names.add(key.substring(key.indexOf('/') + 1)); });
		return names;
	}

	private static boolean isBlank(String name) {
		return name == null || name.isBlank();
	}
}
