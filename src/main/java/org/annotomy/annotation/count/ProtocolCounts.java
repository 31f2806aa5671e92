package org.annotomy.annotation.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.protocol.CountTask;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.task.Progress;
import org.annotomy.geometry.Point;

/** Does the counts that a document's protocol asks for. */
public final class ProtocolCounts {

	private final AnnotationDocument document;
	private final PlaneSpacing spacing;

	/** @param spacing of pixels of level 0; areas need it */
	public ProtocolCounts(AnnotationDocument document, PlaneSpacing spacing) {
		this.document = document;
		this.spacing = spacing;
	}

	/**
	 * All counts of the protocol, in its order; empty if it has none.
	 *
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public List<CountResult> all(Progress progress) {
		return of(task -> true, progress);
	}

	/** As {@link #all} for some counts. */
	public List<CountResult> of(Predicate<CountTask> wanted, Progress progress) {
		List<CountTask> tasks = document.protocol().counts().stream().filter(wanted).toList();
		List<CountResult> results = new ArrayList<>();
		for (int i = 0; i < tasks.size(); i++)
			results.add(count(tasks.get(i), progress.part((double) i / tasks.size(), (i + 1.0) / tasks.size())));
		return results;
	}

	private CountResult count(CountTask task, Progress progress) {
		progress.checkCancelled();
		progress.update(0, "Counting");
		Tally tally = new Tally(document, task);
		double inspectedMm2 = tally.inspectedPx2() * spacing.xMm() * spacing.yMm();
		return switch (task.kind()) {
			case DENSITY -> density(tally, inspectedMm2);
			case PROPORTION -> proportion(tally, tally.counted().size(), tally.total(), inspectedMm2, Optional.empty());
			case HOT_SPOT -> hotSpot(tally, inspectedMm2, progress);
		};
	}

	private static CountResult density(Tally tally, double inspectedMm2) {
		CountTask task = tally.task();
		int counted = tally.counted().size();
		double factor = inspectedMm2 > 0 ? task.areaMm2() / inspectedMm2 : Double.NaN;
		double[] interval = Intervals.ofCount(counted);
		double progress = inspectedMm2 > 0 ? Math.min(1, inspectedMm2 / task.areaMm2()) : 0;
		return new CountResult(task, counted, counted, tally.waiting(), tally.outside(), inspectedMm2, factor * counted,
				factor * interval[0], factor * interval[1], progress, Optional.empty());
	}

	private static CountResult proportion(Tally tally, int counted, int total, double inspectedMm2, Optional<Box> spot) {
		CountTask task = tally.task();
		double[] interval = Intervals.ofProportion(counted, total);
		double progress = task.least() > 0 ? Math.min(1, (double) total / task.least()) : total > 0 ? 1 : 0;
		double value = total > 0 ? 100.0 * counted / total : Double.NaN;
		return new CountResult(task, counted, total, tally.waiting(), tally.outside(), inspectedMm2, value, 100 * interval[0],
				100 * interval[1], progress, spot);
	}

	private CountResult hotSpot(Tally tally, double inspectedMm2, Progress progress) {
		if (!spacing.isKnown()) return proportion(tally, 0, 0, Double.NaN, Optional.empty());
		double radiusMm = Math.sqrt(tally.task().areaMm2() / Math.PI);
		Optional<HotSpot> spot = HotSpot.find(mm(tally.counted()), mm(tally.others()), radiusMm, progress);
		if (spot.isEmpty()) return proportion(tally, 0, tally.others().size(), inspectedMm2, Optional.empty());
		return proportion(tally, spot.get().counted(), spot.get().total(), inspectedMm2,
				Optional.of(spot.get().box(spacing.xMm(), spacing.yMm())));
	}

	private List<Point> mm(List<Point> pixels) {
		return pixels.stream().map(p -> new Point(p.x() * spacing.xMm(), p.y() * spacing.yMm())).toList();
	}
}
