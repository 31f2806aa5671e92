package org.annotomy.annotation;

import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Segment;

/** Refuses to change what is locked; unlocking is the one change allowed. */
final class EditGuard {

	private EditGuard() {}

	static void requireUnlocked(Change change) {
		if (change instanceof ObjectChange c && c.before() != null && c.before().locked() && !onlyUnlocks(c.before(), c.after()))
			throw new LockedException("The object " + name(c.before().name()) + " is locked. Unlock it first.");
		if (change instanceof SegmentChange c && c.before() != null && c.before().locked() && !onlyUnlocks(c.before(), c.after()))
			throw new LockedException("The segment " + name(c.before().name()) + " is locked. Unlock it first.");
	}

	private static boolean onlyUnlocks(AnnotationObject before, AnnotationObject after) {
		return after != null && after.toBuilder().locked(true).provenance(before.provenance()).build().equals(before);
	}

	private static boolean onlyUnlocks(Segment before, Segment after) {
		return after != null && after.toBuilder().locked(true).provenance(before.provenance()).build().equals(before);
	}

	private static String name(String name) {
		return name == null ? "without a name" : "\"" + name + "\"";
	}
}
