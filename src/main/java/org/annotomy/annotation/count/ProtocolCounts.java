package org.annotomy.annotation.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
		List<CountTask> tasks = document.protocol().counts();
		List<CountResult> results = new ArrayList<>();
		for (int i = 0; i < tasks.size(); i++)
			results.add(count(tasks.get(i), progress.part((double) i / tasks.size(), (i + 1.0) / tasks.size())));
		return results;
	}

	private CountResult count(CountTask task, Progress progress) {
		progress.checkCancelled();
		progress.update(0, "Counting");
		List<Point> counted = new ArrayList<>();
		List<Point> others = new ArrayList<>();
		InspectedArea area = task.within() == null ? null : InspectedArea.of(document, task.within());
		Set<String> positive = new HashSet<>(task.counted());
		new Places(document).forEach(task::takes, (place, key) -> {
			if (area == null || area.contains(place)) (positive.contains(key) ? counted : others).add(place);
		});
		double inspectedMm2 = area == null ? Double.NaN : area.areaPx2() * spacing.xMm() * spacing.yMm();
		return switch (task.kind()) {
			case DENSITY -> density(task, counted.size(), inspectedMm2);
			case PROPORTION -> proportion(task, counted.size(), counted.size() + others.size(), inspectedMm2, Optional.empty());
			case HOT_SPOT -> hotSpot(task, counted, others, inspectedMm2, progress);
		};
	}

	private static CountResult density(CountTask task, int counted, double inspectedMm2) {
		double factor = inspectedMm2 > 0 ? task.areaMm2() / inspectedMm2 : Double.NaN;
		double[] interval = Intervals.ofCount(counted);
		double progress = inspectedMm2 > 0 ? Math.min(1, inspectedMm2 / task.areaMm2()) : 0;
		return new CountResult(task, counted, counted, inspectedMm2, factor * counted, factor * interval[0], factor * interval[1],
				progress, Optional.empty());
	}

	private static CountResult proportion(CountTask task, int counted, int total, double inspectedMm2, Optional<Box> spot) {
		double[] interval = Intervals.ofProportion(counted, total);
		double progress = task.least() > 0 ? Math.min(1, (double) total / task.least()) : total > 0 ? 1 : 0;
		double value = total > 0 ? 100.0 * counted / total : Double.NaN;
		return new CountResult(task, counted, total, inspectedMm2, value, 100 * interval[0], 100 * interval[1], progress, spot);
	}

	private CountResult hotSpot(CountTask task, List<Point> counted, List<Point> others, double inspectedMm2,
			Progress progress) {
		if (!spacing.isKnown()) return proportion(task, 0, 0, Double.NaN, Optional.empty());
		Optional<HotSpot> spot = HotSpot.find(mm(counted), mm(others), Math.sqrt(task.areaMm2() / Math.PI),
				progress);
		if (spot.isEmpty()) return proportion(task, 0, others.size(), inspectedMm2, Optional.empty());
		return proportion(task, spot.get().counted(), spot.get().total(), inspectedMm2,
				Optional.of(spot.get().box(spacing.xMm(), spacing.yMm())));
	}

	private List<Point> mm(List<Point> pixels) {
		return pixels.stream().map(p -> new Point(p.x() * spacing.xMm(), p.y() * spacing.yMm())).toList();
	}
}
