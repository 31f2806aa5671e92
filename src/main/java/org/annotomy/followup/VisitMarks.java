package org.annotomy.followup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.FollowUpRole;
import org.annotomy.annotation.shape.AxisLengths;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.PlaneSpacing;

/** The marks of one time point that are followed, those of one lesion together. */
final class VisitMarks {

	/** Keys of the answers that follow-up looks at; see docs/follow-up.md. */
	private static final String TOO_SMALL = "too-small";
	private static final String PROGRESSED = "progressed";
	private static final String EQUIVOCAL = "equivocal";
	private static final String ORGAN = "organ";

	private final Visit visit;
	private final Map<String, List<AnnotationObject>> objects = new LinkedHashMap<>();
	private final Map<String, List<Segment>> segments = new LinkedHashMap<>();

	VisitMarks(Visit visit) {
		this.visit = visit;
		for (AnnotationObject object : visit.document().objects())
			if (object.provenance().status() != Status.REJECTED && role(object.classKey()).isPresent())
				objects.computeIfAbsent(id(object), id -> new ArrayList<>()).add(object);
		for (Segment segment : visit.document().segments())
			if (role(segment.classKey()).isPresent())
				segments.computeIfAbsent(named(segment.classKey(), segment.name(), segment.id()), id -> new ArrayList<>())
						.add(segment);
	}

	/** Marks without a tracking UID are the same lesion as those of the same class and name. */
	private static String id(AnnotationObject object) {
		if (object.tracking() != null) return object.tracking().uid();
		return named(object.classKey(), object.name(), object.id());
	}

	private static String named(String classKey, String name, Object otherwise) {
		return name == null || name.isBlank() ? otherwise.toString() : classKey + "/" + name;
	}

	private Optional<FollowUpRole> role(String classKey) {
		return visit.document().protocol().findClass(classKey == null ? "" : classKey).map(AnnotationClass::role);
	}

	/** Ids of the lesions that are marked, in the order of the document. */
	List<String> ids() {
		List<String> ids = new ArrayList<>(objects.keySet());
		segments.keySet().stream().filter(id -> !objects.containsKey(id) && !isVolumeOfObject(id)).forEach(ids::add);
		return ids;
	}

	/** Whether an object has the class and name of a segment: then the segment is its volume and no lesion of its own. */
	private boolean isVolumeOfObject(String id) {
		return objects.values().stream().flatMap(List::stream).anyMatch(object -> id.equals(alias(object)));
	}

	private static String alias(AnnotationObject object) {
		return named(object.classKey(), object.name(), object.id());
	}

	boolean has(String id) {
		return objects.containsKey(id) || segments.containsKey(id);
	}

	/** Whether the rater has said that the lesion cannot be seen at this time point. */
	boolean isNotVisible(String id) {
		return visit.document().links().stream()
				.anyMatch(link -> link.relation().equals(Link.NOT_VISIBLE_HERE) && id.equals(link.tracking()));
	}

	FollowUpRole roleOf(String id) {
		String key = objects.containsKey(id) ? objects.get(id).get(0).classKey() : segments.get(id).get(0).classKey();
		return role(key).orElseThrow();
	}

	/** The name of its first mark; null if it has none. */
	String nameOf(String id) {
		if (!objects.containsKey(id)) return segments.get(id).get(0).name();
		AnnotationObject first = objects.get(id).get(0);
		return first.name() == null && first.tracking() != null ? first.tracking().id() : first.name();
	}

	/** The answer to where it is; empty if nobody said. */
	String organOf(String id) {
		Map<String, AttributeValue> answers = answers(id);
		return answers.get(ORGAN) instanceof AttributeValue.Text text ? text.text() : "";
	}

	/** What the marks say of a lesion that is marked. */
	LesionState state(String id) {
		Map<String, AttributeValue> answers = answers(id);
		Presence presence = isSaid(answers, TOO_SMALL) ? Presence.TOO_SMALL : Presence.PRESENT;
		return new LesionState(presence, lengthMm(id), volumeMl(id), isSaid(answers, PROGRESSED), isSaid(answers, EQUIVOCAL));
	}

	private Map<String, AttributeValue> answers(String id) {
		return objects.containsKey(id) ? objects.get(id).get(0).attributes() : segments.get(id).get(0).attributes();
	}

	private static boolean isSaid(Map<String, AttributeValue> answers, String key) {
		return answers.get(key) instanceof AttributeValue.Flag flag && flag.value();
	}

	/**
	 * Of outlines on several slices the longest one counts; of a lesion that has fallen apart the parts are added (RECIST 1.1, section
	 * 4.3.2). Parts are told apart by {@link AnnotationObject#instance}.
	 */
	private double lengthMm(String id) {
		FollowUpRole role = roleOf(id);
		Map<Object, Double> longest = new LinkedHashMap<>();
		for (AnnotationObject object : objects.getOrDefault(id, List.of()))
			longest.merge(object.instance() == null ? "" : object.instance(), lengthMm(object.shape(), role),
					(a, b) -> Double.isNaN(a) || b > a ? b : a);
		return longest.isEmpty() ? Double.NaN : longest.values().stream().mapToDouble(Double::doubleValue).sum();
	}

	private double lengthMm(Shape shape, FollowUpRole role) {
		PlaneSpacing spacing = visit.spacing().apply(shape.bounds());
		if (!spacing.isKnown()) return Double.NaN;
		return role.isNode() ? AxisLengths.shortAxisMm(shape, spacing) : AxisLengths.longAxisMm(shape, spacing);
	}

	private double volumeMl(String id) {
		List<Segment> own = new ArrayList<>(segments.getOrDefault(id, List.of()));
		for (AnnotationObject object : objects.getOrDefault(id, List.of()))
			segments.getOrDefault(alias(object), List.of()).stream().filter(segment -> !own.contains(segment)).forEach(own::add);
		if (own.isEmpty()) return Double.NaN;
		return own.stream().mapToDouble(segment -> visit.volumesMl().getOrDefault(segment.id(), Double.NaN)).sum();
	}
}
