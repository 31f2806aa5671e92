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
import org.annotomy.annotation.model.Tracking;
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
	private final List<String> warnings = new ArrayList<>();

	/** Of several marks of a lesion only those that count are kept, see {@link CountedMarks}; a segment without voxels marks nothing. */
	VisitMarks(Visit visit, LesionIds ids) {
		this.visit = visit;
		for (AnnotationObject object : visit.document().objects())
			if (object.countsAs(key -> role(key).isPresent()))
				objects.computeIfAbsent(ids.of(object, visit.document()), id -> new ArrayList<>()).add(object);
		objects.replaceAll((id, marks) -> {
			CountedMarks counted = CountedMarks.of(marks, visit.time().name());
			warnings.addAll(counted.warnings());
			return counted.marks();
		});
		for (Segment segment : visit.document().segments())
			if (segment.countsAs(key -> role(key).isPresent()) && !isEmpty(segment))
				segments.computeIfAbsent(ids.of(segment), id -> new ArrayList<>()).add(segment);
	}

	private boolean isEmpty(Segment segment) {
		return visit.volumesMl().getOrDefault(segment.id(), Double.NaN) == 0;
	}

	/** What was marked more often than it counts, a sentence each. */
	List<String> warnings() {
		return warnings;
	}

	private Optional<FollowUpRole> role(String classKey) {
		return visit.document().protocol().findClass(classKey == null ? "" : classKey).map(AnnotationClass::role);
	}

	/** Ids of the lesions that are marked, those of objects first, in the order of the document. */
	List<String> ids() {
		List<String> ids = new ArrayList<>(objects.keySet());
		segments.keySet().stream().filter(id -> !objects.containsKey(id)).forEach(ids::add);
		return ids;
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
		String name = objects.containsKey(id) ? objects.get(id).get(0).name() : segments.get(id).get(0).name();
		Tracking tracking = objects.containsKey(id) ? objects.get(id).get(0).tracking() : segments.get(id).get(0).tracking();
		return name == null && tracking != null ? tracking.id() : name;
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
		List<Segment> own = segments.getOrDefault(id, List.of());
		if (own.isEmpty()) return Double.NaN;
		return own.stream().mapToDouble(segment -> visit.volumesMl().getOrDefault(segment.id(), Double.NaN)).sum();
	}
}
