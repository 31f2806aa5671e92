package org.annotomy.annotation;

import org.annotomy.annotation.Change.DetectionChange;
import org.annotomy.annotation.Change.KindChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Segment;

/** Refuses to change what is locked; unlocking is the one change allowed. */
final class EditGuard {

	private EditGuard() {}

	static void requireUnlocked(Change change) {
		if (change instanceof KindChange c) requireUnlocked(c);
		if (change instanceof DetectionChange c) requireUnlocked(c);
		if (change instanceof ObjectChange c && c.before() != null && c.before().locked() && !onlyUnlocks(c.before(), c.after()))
			throw new LockedException("The object " + name(c.before().name()) + " is locked. Unlock it first.");
		if (change instanceof SegmentChange c && c.before() != null && c.before().locked() && !onlyUnlocks(c.before(), c.after()))
			throw new LockedException("The segment " + name(c.before().name()) + " is locked. Unlock it first.");
	}

	private static void requireUnlocked(KindChange change) {
		for (int row = 0; row < change.before().size(); row++) {
			DetectionKind before = change.before().of(row);
			DetectionKind after = change.after().of(row);
			if (before.locked() && before != after && !before.equals(after) && !onlyUnlocks(before.pattern(), after.pattern()))
				throw new LockedException("A detection is locked. Unlock it first.");
		}
	}

	private static void requireUnlocked(DetectionChange change) {
		if (change.before().kinds().palette().stream().noneMatch(DetectionKind::locked)) return;
		for (int row = 0; row < change.before().size(); row++) {
			if (!change.before().kinds().of(row).locked()) continue;
			AnnotationObject before = change.before().object(row);
			int now = change.after().find(before.id());
			AnnotationObject after = now < 0 ? null : change.after().object(now);
			if (!before.equals(after) && !onlyUnlocks(before, after))
				throw new LockedException("A detection is locked. Unlock it first.");
		}
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
