package org.annotomy.annotation.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.annotomy.annotation.shape.AxisLengths;
import org.annotomy.annotation.check.Finding.Kind;
import org.annotomy.annotation.check.Finding.Severity;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.annotation.protocol.AttributeDefinition.Choice;
import org.annotomy.annotation.protocol.ProtocolRule;
import org.annotomy.annotation.protocol.ProtocolRule.Measure;
import org.annotomy.annotation.voxel.LabelledSegments;

/** The protocol's rules among marks, such as those of RECIST. */
final class RuleCheck {

	private static final Set<String> LINKING = Set.of(Link.SAME_THING, Link.NOT_VISIBLE_THERE);

	private final Marks marks;
	private final Consumer<Finding> found;

	RuleCheck(Marks marks, Consumer<Finding> found) {
		this.marks = marks;
		this.found = found;
	}

	/** The rule over all marks. @param complete whether too few marks are an error, as they are once the work is done */
	void check(ProtocolRule rule, boolean complete) {
		List<Mark> chosen = chosen(rule);
		switch (rule.kind()) {
			case COUNT -> count(rule, chosen, complete);
			case SIZE -> chosen.forEach(mark -> size(rule, mark));
			case UNIQUE -> unique(rule, chosen);
			case LINKED -> {
				if (complete) {
					chosen.forEach(mark -> linked(rule, mark.id(), mark.words()));
					segments(rule).forEach(segment -> linked(rule, segment.id(),
							"The segment " + (segment.name() == null ? segment.value() : "\"" + segment.name() + "\"")));
				}
			}
		}
	}

	/** What the rule says when a mark is added or changed. */
	void check(ProtocolRule rule, Mark candidate) {
		if (!isChosen(rule, candidate) || rule.kind() == ProtocolRule.Kind.LINKED) return;
		if (rule.kind() == ProtocolRule.Kind.SIZE) size(rule, candidate);
		else if (rule.kind() == ProtocolRule.Kind.COUNT) count(rule, like(rule, candidate), false);
		else unique(rule, like(rule, candidate));
	}

	private List<Mark> chosen(ProtocolRule rule) {
		return marks.all().stream().filter(mark -> isChosen(rule, mark)).toList();
	}

	/** The marks that are counted together with the candidate. */
	private List<Mark> like(ProtocolRule rule, Mark candidate) {
		String key = rule.attribute();
		AttributeValue answer = key == null ? null : candidate.object().attributes().get(key);
		if (key != null && answer == null) return List.of();
		return chosen(rule).stream().filter(mark -> key == null || answer.equals(mark.object().attributes().get(key))).toList();
	}

	private boolean isChosen(ProtocolRule rule, Mark mark) {
		return mark.annotationClass() != null && rule.classes().contains(mark.annotationClass().key())
				&& (rule.when() == null || rule.when().holds(marks.answersFor(mark.object().attributes())));
	}

	private void count(ProtocolRule rule, List<Mark> chosen, boolean complete) {
		if (rule.attribute() == null) {
			count(rule, chosen, "", complete);
			return;
		}
		byAnswer(rule, chosen).forEach((answer, some) -> count(rule, some, " with " + words(rule.attribute(), answer), complete));
	}

	private void count(ProtocolRule rule, List<Mark> chosen, String where, boolean complete) {
		int count = CountCheck.things(chosen);
		boolean tooFew = complete && count < rule.min();
		if (count <= rule.max() && !tooFew) return;
		UUID newest = chosen.isEmpty() ? null : chosen.get(chosen.size() - 1).id();
		report(rule, newest, null, "Found " + count + where + ".");
	}

	private void size(ProtocolRule rule, Mark mark) {
		if (!marks.spacing().isKnown()) return;
		boolean across = rule.measure() == Measure.SHORT_AXIS;
		double length = across
				? AxisLengths.shortAxisMm(mark.object().shape(), marks.spacing())
				: AxisLengths.longAxisMm(mark.object().shape(), marks.spacing());
		if (length < rule.min() || length > rule.max())
			report(rule, mark.id(), null,
					mark.words() + " has a " + (across ? "short" : "long") + " axis of " + NumberWords.of(length) + " mm.");
	}

	/** Segments that mark something: those without voxels do not yet. */
	private List<Segment> segments(ProtocolRule rule) {
		Set<UUID> labelled = LabelledSegments.of(marks.document().segments(), marks.document().blocks());
		return marks.document().segments().stream()
				.filter(segment -> labelled.contains(segment.id()) && segment.countsAs(rule.classes()::contains)
						&& (rule.when() == null || rule.when().holds(marks.answersFor(segment.attributes()))))
				.toList();
	}

	private void linked(ProtocolRule rule, UUID mark, String words) {
		long others = marks.document().links().stream()
				.filter(link -> link.from().equals(mark) && !link.image().isEmpty() && LINKING.contains(link.relation()))
				.map(Link::image).distinct().count();
		if (others < rule.min())
			report(rule, mark, null, words + " is linked with, or found not visible in, " + others + " of "
					+ Math.round(rule.min()) + (rule.min() == 1 ? " other image." : " other images."));
	}

	private void unique(ProtocolRule rule, List<Mark> chosen) {
		byAnswer(rule, chosen).forEach((answer, some) -> {
			if (CountCheck.things(some) > 1)
				report(rule, some.get(some.size() - 1).id(), some.get(0).id(),
						"Found " + CountCheck.things(some) + " with " + words(rule.attribute(), answer) + ".");
		});
	}

	private static Map<AttributeValue, List<Mark>> byAnswer(ProtocolRule rule, List<Mark> chosen) {
		Map<AttributeValue, List<Mark>> groups = new LinkedHashMap<>();
		for (Mark mark : chosen) {
			AttributeValue answer = mark.object().attributes().get(rule.attribute());
			if (answer != null) groups.computeIfAbsent(answer, a -> new ArrayList<>()).add(mark);
		}
		return groups;
	}

	private String words(String key, AttributeValue answer) {
		AttributeDefinition question = marks.protocol().findAttribute(key).orElseThrow();
		String value = answer instanceof AttributeValue.Text text ? text.text() : answer.toString();
		String label = question.choices().stream().filter(choice -> choice.value().equals(value)).map(Choice::label).findFirst()
				.orElse(value);
		return question.label() + " = " + label;
	}

	private void report(ProtocolRule rule, UUID object, UUID other, String detail) {
		found.accept(new Finding(rule.warning() ? Severity.WARNING : Severity.ERROR, Kind.RULE,
				rule.classes().size() == 1 ? rule.classes().get(0) : null, object, other, rule.message() + " " + detail));
	}
}
