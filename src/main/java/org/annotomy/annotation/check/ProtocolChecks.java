package org.annotomy.annotation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.check.Finding.Kind;
import org.annotomy.annotation.check.Finding.Severity;
import org.annotomy.annotation.count.CountedPlaces;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolRule;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/**
 * Holds labels against the document's protocol: {@link #check} one object while it is drawn, {@link #gate} everything before the work is
 * marked complete. Both only read. Objects and segments that were rejected do not count.
 */
public final class ProtocolChecks {

	private ProtocolChecks() {}

	/**
	 * What the protocol has to say if this object is added to the document, or takes the place of the one with its id: kind of mark, size,
	 * overlap, containment, too many marks, answers. Missing answers are warnings, since there was no time yet to give them. Nothing is said
	 * of an object without a class, nor of a rejected one.
	 *
	 * @param spacing {@link PlaneSpacing#UNKNOWN} leaves out what is judged in mm
	 */
	public static List<Finding> check(AnnotationDocument document, AnnotationObject candidate, PlaneSpacing spacing) {
		List<Finding> findings = new ArrayList<>();
		if (candidate.provenance().isRejected() || candidate.classKey() == null) return findings;
		Marks marks = new Marks(document, candidate, spacing);
		Mark mark = marks.last();
		MarkChecks single = new MarkChecks(marks, findings::add);
		single.hasClass(mark);
		if (mark.annotationClass() == null) return findings;
		single.isOfAllowedKind(mark);
		single.isLargeEnough(mark);
		single.isAnswered(mark, Severity.WARNING);
		single.liesInside(mark, Severity.WARNING);
		new OverlapCheck(marks, findings::add).of(mark);
		new CountCheck(marks, findings::add).tooMany(mark.annotationClass());
		RuleCheck rules = new RuleCheck(marks, findings::add);
		for (ProtocolRule rule : marks.protocol().rules())
			rules.check(rule, mark);
		CountedPlaces.warning(document, candidate).ifPresent(words -> findings
				.add(new Finding(Severity.WARNING, Kind.INSIDE, candidate.classKey(), candidate.id(), null, words)));
		return findings;
	}

	/** As {@link #gate(AnnotationDocument, PlaneSpacing, Progress)}; nobody watches. */
	public static List<Finding> gate(AnnotationDocument document, PlaneSpacing spacing) {
		return gate(document, spacing, Progress.NONE);
	}

	/**
	 * All that stands between the document and completion: as {@link #check} for every object and segment, and besides objects without a
	 * class, too few marks, rules among marks, and unanswered questions about the image and the study. Errors first. The work may be marked
	 * complete if {@link #mayComplete} says so.
	 *
	 * @throws CancelledException if the user stops it
	 */
	public static List<Finding> gate(AnnotationDocument document, PlaneSpacing spacing, Progress progress) {
		List<Finding> findings = new ArrayList<>();
		Marks marks = new Marks(document, null, spacing);
		checkMarks(marks, findings, progress);
		marks.buildIndex();
		new OverlapCheck(marks, findings::add).ofAll(progress);
		checkSegments(marks, findings);
		CountCheck counts = new CountCheck(marks, findings::add);
		for (AnnotationClass c : marks.protocol().classes()) {
			counts.tooMany(c);
			counts.tooFew(c);
		}
		RuleCheck rules = new RuleCheck(marks, findings::add);
		marks.protocol().rules().forEach(rule -> rules.check(rule, true));
		checkQuestions(document, findings);
		warnOfUnknownSpacing(marks, findings);
		findings.sort((a, b) -> a.severity().compareTo(b.severity()));
		return findings;
	}

	/** Whether no finding is an error. */
	public static boolean mayComplete(List<Finding> findings) {
		return findings.stream().noneMatch(Finding::isError);
	}

	private static void checkMarks(Marks marks, List<Finding> findings, Progress progress) {
		MarkChecks single = new MarkChecks(marks, findings::add);
		int done = 0;
		for (Mark mark : marks.all()) {
			if (done++ % 1000 == 0) {
				progress.checkCancelled();
				progress.update(0.5 * done / marks.all().size(), "Checking marks");
			}
			single.hasClass(mark);
			single.isOfAllowedKind(mark);
			single.isLargeEnough(mark);
			single.isAnswered(mark, Severity.ERROR);
			single.liesInside(mark, Severity.ERROR);
		}
	}

	private static void checkSegments(Marks marks, List<Finding> findings) {
		MarkChecks single = new MarkChecks(marks, findings::add);
		for (Segment segment : marks.document().segments()) {
			if (segment.provenance().isRejected() || marks.protocol().classes().isEmpty()) continue;
			AnnotationClass c = segment.classKey() == null ? null : marks.classOf(segment.classKey());
			String words = segment.name() != null ? "The segment \"" + segment.name() + "\"" : "Segment " + segment.value();
			if (c == null) {
				findings.add(new Finding(Severity.ERROR, Kind.CLASS, segment.classKey(), segment.id(), null,
						segment.classKey() == null
								? words + " has no class. Choose one."
								: words + " has the class \"" + segment.classKey()
										+ "\", which is not in the protocol. Choose another class."));
				continue;
			}
			if (!c.allows(ShapeKind.VOXELS))
				findings.add(new Finding(Severity.ERROR, Kind.TOOL, c.key(), segment.id(), null,
						words + " is marked with voxels, which " + c.name() + " does not allow."));
			single.answers(c, segment.attributes(), words, segment.id(), Severity.ERROR);
		}
	}

	private static void checkQuestions(AnnotationDocument document, List<Finding> findings) {
		Protocol protocol = document.protocol();
		Map<String, AttributeValue> ofStudy = document.labels(LabelScope.STUDY);
		Map<String, AttributeValue> all = new HashMap<>(ofStudy);
		all.putAll(document.labels(LabelScope.IMAGE));
		protocol.imageQuestions().forEach(question -> checkQuestion(question, all, "image", findings));
		protocol.studyQuestions().forEach(question -> checkQuestion(question, ofStudy, "study", findings));
	}

	private static void checkQuestion(AttributeDefinition question, Map<String, AttributeValue> answers, String about,
			List<Finding> findings) {
		if (question.isMissing(answers))
			findings.add(new Finding(Severity.ERROR, Kind.QUESTION, null, null, null,
					"A question about the " + about + " needs an answer: " + question.label() + "."));
		question.problemWith(answers.get(question.key())).ifPresent(problem -> findings.add(new Finding(Severity.ERROR,
				Kind.QUESTION, null, null, null,
				"The answer about the " + about + " to " + question.label() + " " + problem + ".")));
	}

	private static void warnOfUnknownSpacing(Marks marks, List<Finding> findings) {
		if (marks.spacing().isKnown()) return;
		boolean sizes = marks.protocol().classes().stream().anyMatch(c -> c.minSizeMm() > 0)
				|| marks.protocol().rules().stream().anyMatch(rule -> rule.kind() == ProtocolRule.Kind.SIZE);
		if (sizes)
			findings.add(new Finding(Severity.WARNING, Kind.SIZE, null, null, null,
					"The pixel spacing is unknown: sizes in mm were not checked."));
	}
}
