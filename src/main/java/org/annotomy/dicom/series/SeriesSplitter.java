package org.annotomy.dicom.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.TimeAxis;

/** Splits the frames of one series into images: by size, orientation, frame of reference and kind; then sorts each. */
final class SeriesSplitter {

	private static final Set<String> TOMOGRAPHY = Set.of("CT", "MR", "PT", "NM", "ST");

	/** Of one series; scouts in all directions and films of moving detectors are some hundreds. */
	private static final int MOST_IMAGES = 2000;

	private final List<SeriesStack> stacks = new ArrayList<>();
	private int copies;

	private SeriesSplitter() {}

	/**
	 * The images of one series, the largest first; the result does not depend on the order of {@code instances}.
	 *
	 * @param instances of one series
	 * @param asked the file to keep if others are copies of it, or null
	 * @throws ImageFormatException if they make more images than can be
	 */
	static List<SeriesStack> split(List<DicomInstance> instances, Path asked) throws ImageFormatException {
		SeriesSplitter splitter = new SeriesSplitter();
		List<List<SliceFrame>> groups = new ArrayList<>();
		for (SliceFrame frame : splitter.frames(instances, asked))
			groupOf(frame, groups).add(frame);
		for (List<SliceFrame> group : groups)
			if (group.get(0).hasPlace()) splitter.stacks.addAll(PositionSorter.stacks(group));
			else splitter.addWithoutPlace(group);
		splitter.stacks.sort(Comparator.comparingInt((SeriesStack stack) -> -stack.frames().size())
				.thenComparing(stack -> stack.first().instanceNumber())
				.thenComparing(stack -> stack.first().instance().sopInstanceUid())
				.thenComparing(stack -> stack.first().index()));
		if (splitter.copies > 0) splitter.stacks.get(0).warnings().add(copiesInWords(splitter.copies));
		return splitter.stacks;
	}

	private static String copiesInWords(int count) {
		return count == 1
				? "1 file is a copy of another and was left out."
				: count + " files are copies of others and were left out.";
	}

	/** All frames of the instances, sorted so that file order does not matter, each SOP instance once. */
	private List<SliceFrame> frames(List<DicomInstance> instances, Path asked) {
		List<DicomInstance> sorted = new ArrayList<>(instances);
		sorted.sort(
				Comparator.comparing((DicomInstance i) -> !i.file().equals(asked)).thenComparing(DicomInstance::sopInstanceUid)
						.thenComparing(i -> i.file().getFileName().toString()));
		Set<String> seen = new HashSet<>();
		List<SliceFrame> frames = new ArrayList<>();
		for (DicomInstance instance : sorted) {
			if (!instance.sopInstanceUid().isEmpty() && !seen.add(instance.sopInstanceUid())) {
				copies++;
				continue;
			}
			for (int i = 0; i < instance.frames(); i++)
				frames.add(new SliceFrame(instance, i));
		}
		return frames;
	}

	private static List<SliceFrame> groupOf(SliceFrame frame, List<List<SliceFrame>> groups) throws ImageFormatException {
		for (List<SliceFrame> group : groups)
			if (belongTogether(group.get(0), frame)) return group;
		// Each frame is compared with each group: without a bound one file could keep the program busy for hours.
		if (groups.size() == MOST_IMAGES)
			throw new ImageFormatException("The frames of the series do not belong together: they make more than " + MOST_IMAGES
					+ " images.");
		List<SliceFrame> created = new ArrayList<>();
		groups.add(created);
		return created;
	}

	private static boolean belongTogether(SliceFrame a, SliceFrame b) {
		if (a.instance() == b.instance() && !a.hasPlace() && !b.hasPlace()) return true;
		boolean samePixels = a.instance().format().rows() == b.instance().format().rows()
				&& a.instance().format().columns() == b.instance().format().columns()
				&& a.instance().isColor() == b.instance().isColor();
		if (!samePixels || a.hasPlace() != b.hasPlace()) return false;
		if (a.hasPlace() && !a.geometry().isParallelTo(b.geometry()) || a.isLocalizer() != b.isLocalizer()) return false;
		if (a.hasPlace() && !FrameKind.flavor(a).equals(FrameKind.flavor(b))) return false;
		return same(a.dataset(), b.dataset(), Tag.FRAME_OF_REFERENCE_UID) && same(a.dataset(), b.dataset(), Tag.SOP_CLASS_UID)
				&& (a.hasPlace() || a.instance().frames() == 1 && b.instance().frames() == 1);
	}

	private static boolean same(DicomDataset a, DicomDataset b, int tag) {
		return Objects.equals(a.string(tag), b.string(tag));
	}

	private void addWithoutPlace(List<SliceFrame> group) {
		SliceFrame first = group.get(0);
		if (first.instance().frames() > 1) {
			boolean overTime = FrameTimes.areTimePoints(first.dataset());
			int count = group.size();
			List<String> warnings = new ArrayList<>();
			TimeAxis axis = overTime ? FrameTimes.axis(first.dataset(), count, warnings) : TimeAxis.UNKNOWN;
			double frameTimeMs = overTime ? FrameTimes.millisecondsPerFrame(first.dataset()) : Double.NaN;
			stacks.add(new SeriesStack(group, overTime ? 1 : count, overTime ? count : 1, null, axis, frameTimeMs, warnings));
		} else if (group.size() > 1 && TOMOGRAPHY.contains(first.instance().modality())) {
			group.sort(Comparator.comparingInt(SliceFrame::instanceNumber));
			List<String> warnings = new ArrayList<>();
			warnings.add("The files do not say where the slices lie: they are shown in the order of their instance numbers.");
			stacks.add(new SeriesStack(group, group.size(), 1, null, TimeAxis.UNKNOWN, Double.NaN, warnings));
		} else {
			for (SliceFrame frame : group)
				stacks.add(new SeriesStack(List.of(frame), 1, 1, null, TimeAxis.UNKNOWN, Double.NaN, new ArrayList<>()));
		}
	}
}
