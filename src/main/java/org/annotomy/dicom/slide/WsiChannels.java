package org.annotomy.dicom.slide;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.SlideChannel;

/** The channels of a slide: its optical paths or, of a segmentation in tiles, its segments. */
final class WsiChannels {

	static final String SHORT_TEXT = "[\\p{L}\\p{N} .,()/+_-]{1,40}";

	private static final int WHITE = 0xFFFFFF;
	/** More at once nobody can tell apart. */
	private static final int MOST = 256;

	private WsiChannels() {}

	/** Whether frames belong to segments; the pixels of a label map hold the segments' numbers themselves (PS3.3 C.8.20.2). */
	static boolean areSegments(DicomDataset dataset) {
		return dataset.has(Tag.SEGMENT_SEQUENCE) && !isLabelMap(dataset);
	}

	private static boolean isLabelMap(DicomDataset dataset) {
		return dataset.string(Tag.SEGMENTATION_TYPE, "").equals("LABELMAP");
	}

	/** @param warnings is added to */
	static List<SlideChannel> of(WsiLevel full, List<String> warnings) {
		List<String> paths = full.paths();
		DicomDataset dataset = full.first().dataset();
		boolean colour = full.first().kind() == PixelKind.RGB;
		if (colour && paths.size() == 1) return List.of(SlideChannel.named("RGB"));
		if (colour)
			warnings.add("The slide was taken in " + paths.size()
					+ " ways (optical paths); the first one is shown. Choose another under Look, or with Slide Look...");
		if (isLabelMap(dataset)) return List.of(new SlideChannel("Labels", WHITE, 0, highestSegment(dataset)));
		List<SlideChannel> channels = new ArrayList<>();
		if (paths.size() > MOST)
			warnings.add("The slide has " + paths.size() + " channels; the first " + MOST + " are shown.");
		for (String path : paths.subList(0, Math.min(MOST, paths.size())))
			channels.add(areSegments(dataset)
					? segment(dataset, path)
					: SlideChannel.named(opticalPath(full, path, channels.size() + 1)));
		return channels;
	}

	private static double highestSegment(DicomDataset dataset) {
		return dataset.items(Tag.SEGMENT_SEQUENCE).stream().mapToInt(segment -> segment.integer(Tag.SEGMENT_NUMBER, 0)).max()
				.orElse(1);
	}

	/** From outside to wholly inside. */
	private static SlideChannel segment(DicomDataset dataset, String number) {
		String name = "Segment " + number;
		for (DicomDataset segment : dataset.items(Tag.SEGMENT_SEQUENCE)) {
			String label = segment.string(Tag.SEGMENT_LABEL, "").strip();
			if (segment.string(Tag.SEGMENT_NUMBER, "").equals(number) && label.matches(SHORT_TEXT)) name = label;
		}
		return new SlideChannel(name, WHITE, 0, Math.max(1, dataset.integer(Tag.MAXIMUM_FRACTIONAL_VALUE, 1)));
	}

	private static String opticalPath(WsiLevel full, String path, int number) {
		for (WsiInstance instance : full.instances())
			for (DicomDataset item : instance.dataset().items(Tag.OPTICAL_PATH_SEQUENCE)) {
				String words = item.string(Tag.OPTICAL_PATH_DESCRIPTION, "").strip();
				if (item.string(Tag.OPTICAL_PATH_IDENTIFIER, "").equals(path) && words.matches(SHORT_TEXT)) return words;
			}
		return full.paths().size() == 1 ? "Grey" : "Path " + number;
	}
}
