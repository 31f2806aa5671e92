package org.annotomy.annotation.count;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.protocol.CountTask;
import org.annotomy.geometry.Point;

/** The marks that a count looks at, by where they lie. */
final class Tally {

	private final CountTask task;
	private final InspectedArea inspected;
	private final InspectedArea unfinished;
	private final List<Point> counted = new ArrayList<>();
	private final List<Point> others = new ArrayList<>();
	private int waiting;
	private int outside;

	Tally(AnnotationDocument document, CountTask task) {
		this.task = task;
		inspected = task.within() == null ? null : InspectedArea.finished(document, task.within());
		unfinished = task.within() == null ? null : InspectedArea.unfinished(document, task.within());
		new Places(document).forEach(task::takes, this::add);
	}

	private void add(Point place, String classKey) {
		if (inspected == null || inspected.contains(place)) (task.counted().contains(classKey) ? counted : others).add(place);
		else if (unfinished.contains(place)) waiting++;
		else outside++;
	}

	CountTask task() {
		return task;
	}

	/** Places of the marks that count; the list itself. */
	List<Point> counted() {
		return counted;
	}

	/** Places of the other marks among which they are counted; the list itself. */
	List<Point> others() {
		return others;
	}

	int total() {
		return counted.size() + others.size();
	}

	/** Marks in fields that are not finished. */
	int waiting() {
		return waiting;
	}

	/** Marks that lie neither in what is inspected nor in what will be. */
	int outside() {
		return outside;
	}

	/** NaN if it is the whole image. */
	double inspectedPx2() {
		return inspected == null ? Double.NaN : inspected.areaPx2();
	}
}
