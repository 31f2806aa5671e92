package org.annotomy.dicom.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.annotomy.dicom.series.PositionKey.Use;
import org.annotomy.image.TimeAxis;

/**
 * Sorts parallel frames by where they lie along their normal; never by instance number or file order. Several frames at one position
 * become volumes along an axis of their own where something in the headers tells them apart, else separate images.
 */
final class PositionSorter {

	private final List<SliceFrame> frames;
	private final Positions positions;
	private final List<String> warnings;

	private PositionSorter(List<SliceFrame> frames, List<String> warnings) {
		this.frames = frames;
		this.positions = new Positions(frames);
		this.warnings = warnings;
	}

	/** @param parallel at least one frame, all with geometry and the same orientation */
	static List<SeriesStack> stacks(List<SliceFrame> parallel) {
		return stacks(parallel, 0, new ArrayList<>());
	}

	/** @param key index of the first key that has not been tried as a reason to separate */
	private static List<SeriesStack> stacks(List<SliceFrame> frames, int key, List<String> warnings) {
		PositionSorter sorter = new PositionSorter(frames, warnings);
		if (sorter.positions.depth() == 1 || sorter.dropCopies()) return sorter.single();
		for (int i = key; i < PositionKey.ALL.size(); i++)
			if (PositionKey.ALL.get(i).use() == Use.SEPARATE) {
				List<List<SliceFrame>> parts = parts(frames, PositionKey.ALL.get(i));
				if (parts.size() > 1) return separate(parts, i + 1, warnings);
			}
		return sorter.positions.depth() > 1 ? sorter.volumes() : sorter.uneven();
	}

	private static List<SeriesStack> separate(List<List<SliceFrame>> parts, int key, List<String> warnings) {
		List<SeriesStack> separate = new ArrayList<>();
		for (List<SliceFrame> part : parts)
			separate.addAll(stacks(part, key, new ArrayList<>(warnings)));
		return separate;
	}

	private static List<List<SliceFrame>> parts(List<SliceFrame> frames, PositionKey key) {
		TreeMap<String, List<SliceFrame>> parts = new TreeMap<>(PositionKey.ORDER);
		for (SliceFrame frame : frames)
			parts.computeIfAbsent(key.of().apply(frame), v -> new ArrayList<>()).add(frame);
		return new ArrayList<>(parts.values());
	}

	private List<SeriesStack> single() {
		return overTime(List.of(positions.all().stream().map(here -> here.get(0)).toList()), TimeAxis.UNKNOWN, Double.NaN);
	}

	/** Equally many frames at each position: volumes along one axis. */
	private List<SeriesStack> volumes() {
		VolumeAxis.Result found = VolumeAxis.of(frames, positions, warnings);
		if (found.guessed() && !found.axis().isTime()) warnings.add(undecided(positions.depth()));
		else if (!found.axis().isTime()) warnings.add(inWords(found.axis()));
		return overTime(found.volumes(), found.axis(), found.frameTimeMs());
	}

	private static String undecided(int depth) {
		return "Up to " + depth + " slices lie at the same position and nothing in their headers tells them apart: "
				+ "they were put in the order of their instance numbers.";
	}

	private static String inWords(TimeAxis axis) {
		List<String> labels = axis.labels().stream().filter(label -> !label.isEmpty()).distinct().toList();
		String range = labels.size() < 2 ? "" : " (" + labels.get(0) + " to " + labels.get(labels.size() - 1) + ")";
		return "The " + axis.labels().size() + " points of the time axis are not times but differ in " + axis.meaning() + range
				+ ".";
	}

	/** Some positions have more frames than others: the complete volumes, and what is left as images of its own. */
	private List<SeriesStack> uneven() {
		for (PositionKey key : PositionKey.ALL) {
			if (key.use() == Use.SEPARATE) continue;
			List<List<SliceFrame>> parts = parts(frames, key);
			if (parts.size() < 2 || !parts.stream().allMatch(part -> new Positions(part).depth() == 1)) continue;
			List<SliceFrame> complete = new ArrayList<>();
			List<List<SliceFrame>> images = new ArrayList<>();
			for (List<SliceFrame> part : parts)
				if (positions.depth(part) == 1) complete.addAll(part);
				else images.add(part);
			if (!complete.isEmpty()) images.add(0, complete);
			warnings.add("Not every " + key.meaning() + " has all " + positions.count()
					+ " slices: the incomplete ones were opened as images of their own.");
			return separate(images, PositionKey.ALL.size(), warnings);
		}
		List<List<SliceFrame>> parts = VolumeAxis.byInstance(positions.all());
		warnings.add(undecided(parts.size()));
		List<SeriesStack> separate = new ArrayList<>();
		for (List<SliceFrame> part : parts)
			separate.addAll(new PositionSorter(part, new ArrayList<>(warnings)).single());
		return separate;
	}

	/** Equal pixels at the same place, if leaving them out leaves one frame for each position. */
	private boolean dropCopies() {
		int copies = 0;
		for (List<SliceFrame> here : positions.all())
			for (int i = 1; i < here.size(); i++) {
				if (!areCopies(here.get(0), here.get(i))) return false;
				copies++;
			}
		warnings.add(copies == 1
				? "1 slice is there twice, pixel by pixel; the second was left out."
				: copies + " slices are there more than once, pixel by pixel; the copies were left out.");
		return true;
	}

	/** Frames of one file are no copies of each other: a film may stand still. */
	private static boolean areCopies(SliceFrame a, SliceFrame b) {
		if (a.instance() == b.instance()) return false;
		try {
			return SamePixels.areEqual(a.decode(), b.decode());
		} catch (IOException e) {
			return false;
		}
	}

	/** One stack, or one for each piece where a hole or a change of spacing parts them. */
	private List<SeriesStack> overTime(List<List<SliceFrame>> times, TimeAxis axis, double frameTimeMs) {
		List<List<SliceFrame>> sorted = times.stream().map(positions::sorted).toList();
		List<int[]> pieces = positions.spacing(sorted.get(0)).pieces();
		if (pieces.size() > 1)
			warnings.add("The slices do not make one evenly spaced stack: they were opened as " + pieces.size() + " images.");
		List<SeriesStack> stacks = new ArrayList<>();
		for (int[] piece : pieces) {
			List<List<SliceFrame>> part = sorted.stream().map(time -> time.subList(piece[0], piece[1] + 1)).toList();
			stacks.add(stack(part, axis, frameTimeMs, new ArrayList<>(warnings)));
		}
		return stacks;
	}

	private SeriesStack stack(List<List<SliceFrame>> times, TimeAxis axis, double frameTimeMs, List<String> told) {
		SliceSpacing spacing = positions.spacing(times.get(0));
		told.addAll(spacing.warnings());
		List<SliceFrame> all = new ArrayList<>();
		for (List<SliceFrame> time : times)
			all.addAll(spacing.withHoles(time));
		int slices = all.size() / times.size();
		StackGeometry geometry = StackGeometry.of(all.subList(0, slices), spacing, told);
		return new SeriesStack(all, slices, times.size(), geometry, axis, frameTimeMs, told);
	}
}
