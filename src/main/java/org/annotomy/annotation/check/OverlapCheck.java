package org.annotomy.annotation.check;

import java.util.function.Consumer;

import org.annotomy.annotation.check.Finding.Kind;
import org.annotomy.annotation.check.Finding.Severity;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.AnnotationClass.Overlap;
import org.annotomy.task.Progress;

/** Whether areas in one plane overlap that must not. Points and lines do not overlap, nor do parts of one thing. */
final class OverlapCheck {

	private final Marks marks;
	private final Consumer<Finding> found;

	OverlapCheck(Marks marks, Consumer<Finding> found) {
		this.marks = marks;
		this.found = found;
	}

	/** The mark against all its neighbours. */
	void of(Mark mark) {
		if (canOverlap(mark)) marks.forEachNeighbour(mark, other -> pair(mark, other));
	}

	/** Each pair of marks once. */
	void ofAll(Progress progress) {
		int done = 0;
		for (Mark mark : marks.all()) {
			if (done++ % 1000 == 0) {
				progress.checkCancelled();
				progress.update(0.5 + 0.5 * done / marks.all().size(), "Checking overlaps");
			}
			if (canOverlap(mark)) marks.forEachNeighbour(mark, other -> {
				if (mark.id().compareTo(other.id()) < 0) pair(mark, other);
			});
		}
	}

	private static boolean canOverlap(Mark mark) {
		return mark.annotationClass() != null && mark.object().shape().isArea();
	}

	private void pair(Mark mark, Mark other) {
		if (!canOverlap(other) || !isForbidden(mark.annotationClass(), other.annotationClass())
				|| mark.isPartOfSameThing(other))
			return;
		double overlap = mark.edges().overlapPx(other.edges());
		if (overlap <= toleratedPx(mark, other)) return;
		found.accept(new Finding(Severity.ERROR, Kind.OVERLAP, mark.object().classKey(), mark.id(), other.id(),
				mark.words() + " overlaps " + other.words() + " by " + areaWords(overlap) + "; "
						+ reason(mark.annotationClass(), other.annotationClass())));
	}

	private boolean isForbidden(AnnotationClass a, AnnotationClass b) {
		if (a == b) return a.overlap() != Overlap.ALLOWED;
		if (isInside(a, b) || isInside(b, a)) return false;
		return a.overlap() == Overlap.NONE || b.overlap() == Overlap.NONE
				|| a.overlap() == Overlap.EXCLUSIVE && b.overlap() == Overlap.EXCLUSIVE;
	}

	/** What must lie inside the other may of course lie on it. */
	private boolean isInside(AnnotationClass inner, AnnotationClass outer) {
		for (AnnotationClass at = inner; at != null && at.mustLieInside() != null; at = marks.classOf(at.mustLieInside()))
			if (at.mustLieInside().equals(outer.key())) return true;
		return false;
	}

	/** What rounding of both outlines to 0.01 px can cause. */
	private static double toleratedPx(Mark a, Mark b) {
		return 0.5 + 0.01 * Math.min(a.edges().lengthPx(), b.edges().lengthPx());
	}

	private String areaWords(double px) {
		return marks.spacing().isKnown()
				? NumberWords.of(px * marks.spacing().areaMm2()) + " mm²"
				: NumberWords.of(px) + " px";
	}

	private static String reason(AnnotationClass a, AnnotationClass b) {
		if (a == b) return "marks of this class must not overlap each other.";
		if (a.overlap() == Overlap.NONE) return a.name() + " must not overlap anything.";
		if (b.overlap() == Overlap.NONE) return b.name() + " must not overlap anything.";
		return "these classes exclude each other.";
	}
}
