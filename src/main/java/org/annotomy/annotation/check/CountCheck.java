package org.annotomy.annotation.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.annotomy.annotation.check.Finding.Kind;
import org.annotomy.annotation.check.Finding.Severity;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;

/** How many marks of a class there are: objects and segments; parts of one thing count once. */
final class CountCheck {

	private final Marks marks;
	private final Consumer<Finding> found;

	CountCheck(Marks marks, Consumer<Finding> found) {
		this.marks = marks;
		this.found = found;
	}

	void tooMany(AnnotationClass c) {
		if (c.maxCount() == Integer.MAX_VALUE) return;
		int count = count(c);
		if (count > c.maxCount())
			report(c, "There are " + count + " marks of " + c.name() + "; " + (c.maxCount() == 0
					? "none is allowed."
					: "at most " + c.maxCount() + (c.maxCount() == 1 ? " is allowed." : " are allowed.")));
	}

	void tooFew(AnnotationClass c) {
		int count = c.minCount() == 0 ? 0 : count(c);
		if (count < c.minCount())
			report(c,
					(count == 0 ? "There is no mark" : count == 1 ? "There is 1 mark" : "There are " + count + " marks") + " of "
							+ c.name() + "; at least " + c.minCount() + (c.minCount() == 1 ? " is needed." : " are needed."));
	}

	/** How many things the marks stand for. */
	static int things(Collection<Mark> marks) {
		Set<Object> things = new HashSet<>();
		for (Mark mark : marks)
			things.add(mark.object().instance() != null ? mark.object().instance() : mark.id());
		return things.size();
	}

	private int count(AnnotationClass c) {
		int segments = 0;
		for (Segment segment : marks.document().segments())
			if (segment.countsAs(c.key()::equals)) segments++;
		return segments + things(marks.of(c.key()));
	}

	private void report(AnnotationClass c, String message) {
		found.accept(new Finding(Severity.ERROR, Kind.COUNT, c.key(), null, null, message));
	}
}
