package org.annotomy.dicom.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.series.PositionKey.Use;
import org.annotomy.image.TimeAxis;

/**
 * Puts frames that lie at the same positions into volumes one after the other: by what their headers say, by several reasons in a row
 * where one is not enough (such as echo and time), at last by their instance numbers.
 */
final class VolumeAxis {

	/** Frames of one or more volumes, and what tells them from the others. */
	private record Group(List<SliceFrame> frames, String label) {

		Group with(List<SliceFrame> part, String more) {
			return new Group(part, label.isEmpty() || more.isEmpty() ? label + more : label + ", " + more);
		}
	}

	/**
	 * What was found.
	 *
	 * @param volumes in order, each with one frame for each position
	 * @param frameTimeMs NaN if unknown
	 * @param guessed whether instance numbers had to decide
	 */
	record Result(List<List<SliceFrame>> volumes, TimeAxis axis, double frameTimeMs, boolean guessed) {}

	private static final double MS_PER_SECOND = 1000;

	private final Positions positions;
	private final List<PositionKey> reasons = new ArrayList<>();
	private List<Group> groups;

	private VolumeAxis(List<SliceFrame> frames, Positions positions) {
		this.positions = positions;
		this.groups = List.of(new Group(frames, ""));
	}

	/**
	 * @param frames of one stack, equally many (more than one) at each of the positions
	 * @param warnings is added to
	 */
	static Result of(List<SliceFrame> frames, Positions positions, List<String> warnings) {
		VolumeAxis axis = new VolumeAxis(frames, positions);
		for (PositionKey key : PositionKey.ALL)
			if (key.use() != Use.SEPARATE && !axis.isDone()) axis.splitBy(key);
		boolean guessed = !axis.isDone();
		if (guessed) axis.splitByInstance();
		return axis.result(guessed, warnings);
	}

	private boolean isDone() {
		return groups.stream().allMatch(group -> group.frames().size() == positions.count());
	}

	private void splitBy(PositionKey key) {
		List<Group> split = new ArrayList<>();
		for (Group group : groups)
			split.addAll(group.frames().size() == positions.count() ? List.of(group) : split(group, key));
		if (split.size() > groups.size()) reasons.add(key);
		groups = split;
	}

	/** The group itself if the key does not make whole volumes of it. */
	private List<Group> split(Group group, PositionKey key) {
		TreeMap<String, List<SliceFrame>> parts = new TreeMap<>(PositionKey.ORDER);
		for (SliceFrame frame : group.frames())
			parts.computeIfAbsent(key.of().apply(frame), v -> new ArrayList<>()).add(frame);
		if (parts.size() == 1) return List.of(group);
		String first = parts.firstKey();
		List<Group> split = new ArrayList<>();
		parts.forEach((value, part) -> split.add(group.with(part, key.label().apply(value, first))));
		if (split.stream().allMatch(part -> positions.depth(part.frames()) > 0)) return split;
		return key.use() == Use.ORDERED_AXIS ? ranked(group, key) : List.of(group);
	}

	/** The first value at each position, the second, and so on, if all values at one position differ. */
	private List<Group> ranked(Group group, PositionKey key) {
		Comparator<SliceFrame> order = Comparator.comparing(key.of(), PositionKey.ORDER);
		List<List<SliceFrame>> volumes = new ArrayList<>();
		for (List<SliceFrame> here : positions.of(group.frames())) {
			here.sort(order);
			for (int i = 0; i < here.size(); i++) {
				if (key.of().apply(here.get(i)).isEmpty() || i > 0 && order.compare(here.get(i - 1), here.get(i)) == 0)
					return List.of(group);
				if (i == volumes.size()) volumes.add(new ArrayList<>());
				volumes.get(i).add(here.get(i));
			}
		}
		String first = key.of().apply(volumes.get(0).get(0));
		return volumes.stream().map(v -> group.with(v, key.label().apply(key.of().apply(v.get(0)), first))).toList();
	}

	private void splitByInstance() {
		List<Group> split = new ArrayList<>();
		for (Group group : groups)
			for (List<SliceFrame> volume : byInstance(positions.of(group.frames())))
				split.add(group.with(volume, ""));
		groups = split;
	}

	/** The first frame at each position by instance number, then the second, and so on. */
	static List<List<SliceFrame>> byInstance(List<List<SliceFrame>> positions) {
		List<List<SliceFrame>> volumes = new ArrayList<>();
		for (List<SliceFrame> here : positions) {
			List<SliceFrame> sorted = new ArrayList<>(here);
			sorted.sort(Comparator.comparingInt(SliceFrame::instanceNumber).thenComparing(f -> f.instance().sopInstanceUid())
					.thenComparingInt(SliceFrame::index));
			for (int i = 0; i < sorted.size(); i++) {
				if (i == volumes.size()) volumes.add(new ArrayList<>());
				volumes.get(i).add(sorted.get(i));
			}
		}
		return volumes;
	}

	private Result result(boolean guessed, List<String> warnings) {
		List<List<SliceFrame>> volumes = groups.stream().map(group -> positions.sorted(group.frames())).toList();
		String meaning = String.join(" × ", reasons.stream().map(PositionKey::meaning).toList());
		DicomDataset first = volumes.get(0).get(0).dataset();
		if (guessed && reasons.isEmpty() && FrameTimes.areTimePoints(first))
			return new Result(volumes, FrameTimes.axis(first, volumes.size(), warnings), FrameTimes.millisecondsPerFrame(first),
					true);
		if (guessed) meaning = meaning.isEmpty() ? "instance number" : meaning + " × instance number";
		List<String> labels = groups.stream().map(Group::label).toList();
		double frameTimeMs = reasons.size() == 1 && !guessed ? frameTimeMs(volumes, reasons.get(0)) : Double.NaN;
		return new Result(volumes, new TimeAxis(meaning, labels), frameTimeMs, guessed);
	}

	private static double frameTimeMs(List<List<SliceFrame>> volumes, PositionKey key) {
		SliceFrame first = volumes.get(0).get(0);
		SliceFrame last = volumes.get(volumes.size() - 1).get(0);
		double steps = volumes.size() - 1d;
		return switch (key.meaning()) {
			case PositionKey.TIME -> {
				double stated = positive(first.dataset().number(Tag.TEMPORAL_RESOLUTION, Double.NaN));
				yield Double.isNaN(stated) ? evenClockMs(volumes) : stated;
			}
			case PositionKey.ACQUISITION -> evenClockMs(volumes);
			case PositionKey.CARDIAC -> positive((number(key, last) - number(key, first)) / steps);
			case PositionKey.ACQUISITION_TIME, PositionKey.CONTENT_TIME ->
				positive(MS_PER_SECOND * PositionKey.secondsBetween(key.of().apply(first), key.of().apply(last)) / steps);
			default -> Double.NaN;
		};
	}

	/** By the acquisition times of the first slices, if they are as far from each other to a tenth. */
	private static double evenClockMs(List<List<SliceFrame>> volumes) {
		double[] times = volumes.stream()
				.mapToDouble(volume -> MS_PER_SECOND * PositionKey.acquired(volume.get(0)).secondsOnScale()).toArray();
		double mean = (times[times.length - 1] - times[0]) / (times.length - 1);
		for (int t = 1; t < times.length; t++)
			if (!(Math.abs(times[t] - times[t - 1] - mean) <= 0.1 * mean)) return Double.NaN;
		return positive(mean);
	}

	private static double number(PositionKey key, SliceFrame frame) {
		try {
			return Double.parseDouble(key.of().apply(frame));
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	private static double positive(double value) {
		return value > 0 && Double.isFinite(value) ? value : Double.NaN;
	}
}
