package org.annotomy.annotation.check;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.annotomy.annotation.shape.AxisLengths;
import org.annotomy.annotation.check.Finding.Kind;
import org.annotomy.annotation.check.Finding.Severity;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.annotation.shape.ShapeKind;

/** What can be said of one mark without looking at others. */
final class MarkChecks {

	private final Marks marks;
	private final Consumer<Finding> found;

	MarkChecks(Marks marks, Consumer<Finding> found) {
		this.marks = marks;
		this.found = found;
	}

	/** An object in a mass of detections may be without a class; an annotation may not. */
	void hasClass(Mark mark) {
		if (mark.annotationClass() != null || marks.protocol().classes().isEmpty()) return;
		String key = mark.object().classKey();
		if (key != null)
			found.accept(mark.error(Kind.CLASS, mark.words() + " has the class \"" + key
					+ "\", which is not in the protocol. Choose another class."));
		else
			if (mark.object().type() == ObjectType.ANNOTATION)
				found.accept(mark.error(Kind.CLASS, mark.words() + " has no class. Choose one."));
	}

	/** A point may stand where several points are allowed. */
	void isOfAllowedKind(Mark mark) {
		AnnotationClass c = mark.annotationClass();
		if (c == null) return;
		ShapeKind kind = mark.object().shape().kind();
		if (c.allows(kind) || kind == ShapeKind.POINT && c.allows(ShapeKind.MULTIPOINT)) return;
		found.accept(mark.error(Kind.TOOL, mark.words() + " is marked as " + kind.key() + "; allowed: "
				+ c.kinds().stream().sorted().map(ShapeKind::key).collect(Collectors.joining(", ")) + "."));
	}

	/** Lengths in mm are judged only where the spacing is known. */
	void isLargeEnough(Mark mark) {
		AnnotationClass c = mark.annotationClass();
		if (c == null) return;
		if (c.minAreaPx() > 0 && mark.object().shape().isArea()) {
			double area = mark.edges().areaPx();
			if (area < c.minAreaPx())
				found.accept(mark.error(Kind.SIZE, mark.words() + " covers " + NumberWords.of(area) + " px; at least "
						+ NumberWords.of(c.minAreaPx()) + " px are needed."));
		}
		if (c.minSizeMm() > 0 && marks.spacing().isKnown()) {
			double length = AxisLengths.longAxisMm(mark.object().shape(), marks.spacing());
			if (length < c.minSizeMm())
				found.accept(mark.error(Kind.SIZE, mark.words() + " is " + NumberWords.of(length) + " mm long; at least "
						+ NumberWords.of(c.minSizeMm()) + " mm are needed."));
		}
	}

	/** @param missing how grave a missing answer is */
	void isAnswered(Mark mark, Severity missing) {
		if (mark.annotationClass() != null)
			answers(mark.annotationClass(), mark.object().attributes(), mark.words(), mark.id(), missing);
	}

	/** The same for an object or a segment. */
	void answers(AnnotationClass c, Map<String, AttributeValue> own, String words, UUID id, Severity missing) {
		if (c.attributes().isEmpty()) return;
		Map<String, AttributeValue> answers = marks.answersFor(own);
		for (AttributeDefinition question : marks.protocol().attributesOf(c)) {
			if (question.isMissing(answers))
				found.accept(new Finding(missing, Kind.ANSWER, c.key(), id, null,
						words + " needs an answer: " + question.label() + "."));
			question.problemWith(own.get(question.key())).ifPresent(problem -> found.accept(new Finding(Severity.ERROR,
					Kind.ANSWER, c.key(), id, null, words + ": the answer to " + question.label() + " " + problem + ".")));
		}
	}

	/** @param none how grave it is if there is nothing yet that the mark could lie inside */
	void liesInside(Mark mark, Severity none) {
		AnnotationClass c = mark.annotationClass();
		if (c == null || c.mustLieInside() == null) return;
		AnnotationClass outer = marks.classOf(c.mustLieInside());
		Containers containers = new Containers(marks, mark, outer);
		if (containers.isEmpty()) {
			found.accept(mark.finding(none, Kind.INSIDE, mark.words() + " must lie inside " + outer.name()
					+ ", but there is none in its plane."));
			return;
		}
		double outside = containers.shareOutside();
		if (outside > 0)
			found.accept(mark.error(Kind.INSIDE, mark.words() + " must lie inside " + outer.name() + ", but "
					+ NumberWords.of(100 * outside) + " % of it lie outside."));
	}
}
