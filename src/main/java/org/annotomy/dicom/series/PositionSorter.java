package org.annotomy.dicom.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Position;

/**
 * Sorts parallel frames by where they lie along their normal; never by instance number or file order. Several frames at one position
 * become points in time where something in the headers tells them apart, else separate images.
 */
final class PositionSorter {

	private static final double SAME_POSITION_MM = 0.01;
	private static final double SAME_PLACE_MM = 0.1;

	private final Position normal;
	private final double tolerance;

	private PositionSorter(List<SliceFrame> frames) {
		this.normal = frames.get(0).geometry().normal();
		this.tolerance = tolerance(frames);
	}

	/** @param parallel at least one frame, all with geometry and the same orientation */
	static List<SeriesStack> stacks(List<SliceFrame> parallel) {
		return new PositionSorter(parallel).stacks(parallel, 0, new ArrayList<>());
	}

	/** 0.01 mm, or a hundredth of the usual gap. */
	private double tolerance(List<SliceFrame> frames) {
		double[] distances = frames.stream().mapToDouble(f -> f.distanceAlong(normal)).sorted().toArray();
		double[] gaps = new double[distances.length];
		int count = 0;
		for (int i = 1; i < distances.length; i++)
			if (distances[i] - distances[i - 1] > SAME_POSITION_MM) gaps[count++] = distances[i] - distances[i - 1];
		if (count == 0) return SAME_POSITION_MM;
		Arrays.sort(gaps, 0, count);
		return Math.max(SAME_POSITION_MM, gaps[count / 2] / 100);
	}

	private List<List<SliceFrame>> positions(List<SliceFrame> frames) {
		List<SliceFrame> sorted = new ArrayList<>(frames);
		sorted.sort(Comparator.comparingDouble(f -> f.distanceAlong(normal)));
		List<List<SliceFrame>> positions = new ArrayList<>();
		double last = Double.NEGATIVE_INFINITY;
		for (SliceFrame frame : sorted) {
			double distance = frame.distanceAlong(normal);
			if (distance - last > tolerance) {
				positions.add(new ArrayList<>());
				last = distance;
			}
			positions.get(positions.size() - 1).add(frame);
		}
		return positions;
	}

	/** @param key index of the first key that has not been tried as a reason to separate */
	private List<SeriesStack> stacks(List<SliceFrame> frames, int key, List<String> warnings) {
		List<List<SliceFrame>> positions = positions(frames);
		if (positions.size() == frames.size() || dropCopies(positions, warnings))
			return overTime(List.of(positions.stream().map(here -> here.get(0)).toList()), Double.NaN, warnings);
		for (int i = key; i < PositionKey.ALL.size(); i++) {
			PositionKey reason = PositionKey.ALL.get(i);
			List<List<SliceFrame>> parts = parts(frames, reason);
			if (parts.size() > 1 && reason.separate()) {
				List<SeriesStack> separate = new ArrayList<>();
				for (List<SliceFrame> part : parts)
					separate.addAll(stacks(part, i + 1, new ArrayList<>()));
				return separate;
			}
			if (parts.size() > 1 && areTimePoints(parts, positions.size()))
				return overTime(parts, frameTimeMs(parts, reason), warnings);
		}
		return fallback(frames, positions, warnings);
	}

	private static List<List<SliceFrame>> parts(List<SliceFrame> frames, PositionKey key) {
		TreeMap<String, List<SliceFrame>> parts = new TreeMap<>(PositionKey.ORDER);
		for (SliceFrame frame : frames)
			parts.computeIfAbsent(key.of().apply(frame), v -> new ArrayList<>()).add(frame);
		return new ArrayList<>(parts.values());
	}

	/** Whether each part has one frame at each of the same places. */
	private boolean areTimePoints(List<List<SliceFrame>> parts, int count) {
		List<List<SliceFrame>> first = positions(parts.get(0));
		for (List<SliceFrame> part : parts) {
			List<List<SliceFrame>> positions = positions(part);
			if (part.size() != count || positions.size() != count) return false;
			for (int k = 0; k < count; k++)
				if (place(positions, k).distanceTo(place(first, k)) > SAME_PLACE_MM) return false;
		}
		return true;
	}

	private static Position place(List<List<SliceFrame>> positions, int k) {
		return positions.get(k).get(0).geometry().position();
	}

	/** Equal pixels at the same place, if leaving them out leaves one frame for each position. */
	private static boolean dropCopies(List<List<SliceFrame>> positions, List<String> warnings) {
		int copies = 0;
		for (List<SliceFrame> here : positions)
			for (int i = 1; i < here.size(); i++) {
				if (!areCopies(here.get(0), here.get(i))) return false;
				copies++;
			}
		positions.forEach(here -> here.subList(1, here.size()).clear());
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
	private List<SeriesStack> overTime(List<List<SliceFrame>> times, double frameTimeMs, List<String> warnings) {
		List<List<SliceFrame>> sorted = times.stream().map(this::sorted).toList();
		List<int[]> pieces = spacing(sorted.get(0)).pieces();
		if (pieces.size() > 1)
			warnings.add("The slices do not make one evenly spaced stack: they were opened as " + pieces.size() + " images.");
		List<SeriesStack> stacks = new ArrayList<>();
		for (int[] piece : pieces) {
			List<List<SliceFrame>> part = sorted.stream().map(time -> time.subList(piece[0], piece[1] + 1)).toList();
			stacks.add(stack(part, frameTimeMs, new ArrayList<>(warnings)));
		}
		return stacks;
	}

	private SliceSpacing spacing(List<SliceFrame> sorted) {
		return SliceSpacing.of(sorted.stream().mapToDouble(f -> f.distanceAlong(normal)).toArray());
	}

	private SeriesStack stack(List<List<SliceFrame>> times, double frameTimeMs, List<String> warnings) {
		SliceSpacing spacing = spacing(times.get(0));
		warnings.addAll(spacing.warnings());
		List<SliceFrame> frames = new ArrayList<>();
		for (List<SliceFrame> time : times)
			frames.addAll(spacing.withHoles(time));
		int slices = frames.size() / times.size();
		StackGeometry geometry = StackGeometry.of(frames.subList(0, slices), spacing.even(), warnings);
		return new SeriesStack(frames, slices, times.size(), geometry, frameTimeMs, warnings);
	}

	private List<SliceFrame> sorted(List<SliceFrame> frames) {
		return frames.stream().sorted(Comparator.comparingDouble(f -> f.distanceAlong(normal))).toList();
	}

	/** The first frame at each position by instance number, then the second, and so on. */
	private List<SeriesStack> fallback(List<SliceFrame> frames, List<List<SliceFrame>> positions, List<String> warnings) {
		List<List<SliceFrame>> parts = new ArrayList<>();
		for (List<SliceFrame> here : positions) {
			here.sort(Comparator.comparingInt(SliceFrame::instanceNumber).thenComparing(f -> f.instance().sopInstanceUid())
					.thenComparingInt(SliceFrame::index));
			for (int i = 0; i < here.size(); i++) {
				if (i == parts.size()) parts.add(new ArrayList<>());
				parts.get(i).add(here.get(i));
			}
		}
		warnings.add("Up to " + parts.size() + " slices lie at the same position and nothing in their headers tells them apart: "
				+ "they were put in the order of their instance numbers.");
		if (areTimePoints(parts, positions.size())) return overTime(parts, cineMs(frames), warnings);
		List<SeriesStack> separate = new ArrayList<>();
		for (List<SliceFrame> part : parts)
			separate.addAll(overTime(List.of(part), Double.NaN, new ArrayList<>(warnings)));
		return separate;
	}

	private static double cineMs(List<SliceFrame> frames) {
		return FrameTimes.areTimePoints(frames.get(0).dataset())
				? FrameTimes.millisecondsPerFrame(frames.get(0).dataset())
				: Double.NaN;
	}

	private static double frameTimeMs(List<List<SliceFrame>> parts, PositionKey key) {
		SliceFrame first = parts.get(0).get(0);
		SliceFrame last = parts.get(parts.size() - 1).get(0);
		double steps = parts.size() - 1d;
		return switch (key.name()) {
			case PositionKey.TEMPORAL -> positive(first.dataset().number(Tag.TEMPORAL_RESOLUTION, Double.NaN));
			case PositionKey.TRIGGER -> positive((number(key, last) - number(key, first)) / steps);
			case PositionKey.ACQUISITION_TIME ->
				positive((ClockTime.ms(key.of().apply(last)) - ClockTime.ms(key.of().apply(first))) / steps);
			default -> Double.NaN;
		};
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
