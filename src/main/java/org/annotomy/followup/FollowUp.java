package org.annotomy.followup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.annotomy.annotation.protocol.FollowUpRole;

/**
 * All lesions of one patient over time, and the response at each time point.
 *
 * @param times in the order of time, the baseline first
 * @param lesions in the order in which they were first seen
 * @param assessments one for each time point
 * @param warnings what the reader of the table should know, one sentence each
 */
public record FollowUp(List<TimePoint> times, List<Lesion> lesions, List<Assessment> assessments, List<String> warnings) {

	public FollowUp {
		times = List.copyOf(times);
		lesions = List.copyOf(lesions);
		assessments = List.copyOf(assessments);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Marks with the same tracking UID, or else of the same class and name, are one lesion, which counts once at each time point. One that is not marked at a time point is gone if
	 * the rater has said that it is not visible, or has marked the labels as complete; else it was not evaluated.
	 *
	 * @param visits in the order of time, the baseline first; at least one
	 * @throws IllegalArgumentException if there is no visit, or no class of any protocol has a role in follow-up
	 */
	public static FollowUp of(List<Visit> visits) {
		if (visits.isEmpty()) throw new IllegalArgumentException("A follow-up needs labels of at least one time point.");
		if (visits.stream().noneMatch(visit -> visit.document().protocol().classes().stream().anyMatch(c -> c.role() != null)))
			throw new IllegalArgumentException("No class of the protocol has a role in follow-up. "
					+ "Use a protocol whose classes have one, such as onco-chest-ct.");
		LesionIds ids = new LesionIds(visits);
		List<VisitMarks> marks = visits.stream().map(visit -> new VisitMarks(visit, ids)).toList();
		Map<String, Lesion> lesions = new LinkedHashMap<>();
		List<String> warnings = new ArrayList<>();
		for (String name : ids.ambiguousNames())
			warnings.add("Several linked lesions are called " + name
					+ ": marks of that name without a link are counted apart. Rename one, or link what is one lesion.");
		marks.forEach(visit -> warnings.addAll(visit.warnings()));
		for (int t = 0; t < visits.size(); t++)
			for (String id : marks.get(t).ids())
				if (!lesions.containsKey(id)) {
					Lesion lesion = lesion(id, t, visits, marks);
					lesions.put(id, lesion);
					doubt(lesion, t, visits).ifPresent(warnings::add);
				}
		List<Lesion> all = List.copyOf(lesions.values());
		for (int t = 0; t < visits.size(); t++)
			missing(all, t, visits.get(t).time().name()).ifPresent(warnings::add);
		return new FollowUp(visits.stream().map(Visit::time).toList(), all, Recist.assess(all, visits.size()), warnings);
	}

	private static Lesion lesion(String id, int first, List<Visit> visits, List<VisitMarks> marks) {
		FollowUpRole role = marks.get(first).roleOf(id);
		List<LesionState> states = new ArrayList<>();
		for (int t = 0; t < visits.size(); t++)
			states.add(state(id, t, t < first && role == FollowUpRole.NEW_LESION, visits.get(t), marks.get(t)));
		String name = marks.get(first).nameOf(id);
		return new Lesion(id, name == null || name.isBlank() ? "unnamed" : name, role, marks.get(first).organOf(id), states);
	}

	private static LesionState state(String id, int t, boolean beforeNew, Visit visit, VisitMarks marks) {
		if (marks.has(id)) return marks.state(id);
		boolean gone = beforeNew || marks.isNotVisible(id) || t > 0 && visit.document().isComplete();
		return gone ? LesionState.ABSENT : LesionState.NOT_EVALUATED;
	}

	/** Which targets make the sum of a time point unknown. */
	private static Optional<String> missing(List<Lesion> lesions, int t, String time) {
		String names = lesions.stream()
				.filter(lesion -> lesion.role().isTarget() && lesion.states().get(t).presence() == Presence.NOT_EVALUATED)
				.map(Lesion::name).collect(Collectors.joining(", "));
		if (names.isEmpty()) return Optional.empty();
		return Optional.of("At " + time + " nobody has said what became of " + names + ", so the sum of diameters is not known."
				+ " Mark what is there, or say that it is not visible.");
	}

	private static Optional<String> doubt(Lesion lesion, int first, List<Visit> visits) {
		if (first > 0 && lesion.role() != FollowUpRole.NEW_LESION)
			return Optional.of("The lesion " + lesion.name() + " is first marked at " + visits.get(first).time().name()
					+ ", but its class is not that of new lesions.");
		if (first == 0 && lesion.role() == FollowUpRole.NEW_LESION)
			return Optional.of("The lesion " + lesion.name() + " is marked as new at the baseline.");
		for (int t = 0; t < visits.size(); t++) {
			LesionState state = lesion.states().get(t);
			if (lesion.role().isTarget() && state.presence() == Presence.PRESENT && Double.isNaN(state.lengthMm()))
				return Optional.of("The target lesion " + lesion.name() + " has no length at " + visits.get(t).time().name()
						+ ": its mark is no outline or axis, or the pixel spacing is unknown.");
		}
		return Optional.empty();
	}
}
