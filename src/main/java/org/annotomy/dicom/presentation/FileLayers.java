package org.annotomy.dicom.presentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Cover;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.image.DisplayLayer.Mark;

/** Overlays and shutters of the files of an image, as layers over its planes. */
public final class FileLayers {

	/** Gives a frame of a file with all bits of its words; safe for use by several threads. */
	@FunctionalInterface
	public interface Words {

		/** @param frame of the file, from 0 */
		Object of(int frame) throws IOException;
	}

	/**
	 * One plane of an image.
	 *
	 * @param index of the plane: z + slices · t
	 * @param frame of the file, from 0
	 * @param words of the file, for overlays among the bits of its pixels
	 */
	public record Plane(int index, DicomDataset header, int frame, Words words) {}

	private final Map<Integer, Map<Integer, LazyMarks.Source>> overlays = new TreeMap<>();
	private final Map<Integer, Boolean> regions = new HashMap<>();

	private FileLayers() {}

	/**
	 * The layers in the order in which they are painted.
	 *
	 * @param onDemand leaves overlays in the files until they are shown; otherwise they are read now, and those that are empty left out
	 * @param warnings is added to
	 */
	public static List<DisplayLayer> of(List<Plane> planes, boolean onDemand, List<String> warnings) {
		FileLayers found = new FileLayers();
		found.find(planes, warnings);
		List<DisplayLayer> layers = new ArrayList<>(shutters(planes));
		found.overlays.forEach((number, sources) -> {
			DisplayLayer.Content content = onDemand ? new LazyMarks(sources) : read(sources, warnings);
			if (content != null) layers.add(new DisplayLayer(found.name(number), Kind.OVERLAY, content));
		});
		return layers;
	}

	private void find(List<Plane> planes, List<String> warnings) {
		Map<DicomDataset, List<OverlayPlane>> known = new IdentityHashMap<>();
		for (Plane plane : planes)
			for (OverlayPlane overlay : known.computeIfAbsent(plane.header(), header -> OverlayPlane.of(header, warnings))) {
				overlays.computeIfAbsent(overlay.number(), n -> new HashMap<>()).put(plane.index(),
						new LazyMarks.Source(overlay, plane));
				regions.put(overlay.number(), overlay.isRegion());
			}
	}

	/** All marks of an overlay; null if there are none. */
	private static DisplayLayer.Content read(Map<Integer, LazyMarks.Source> sources, List<String> warnings) {
		Map<Integer, Mark> marks = new HashMap<>();
		int unreadable = 0;
		for (Map.Entry<Integer, LazyMarks.Source> source : sources.entrySet())
			try {
				Mark mark = source.getValue().read();
				if (mark != null) marks.put(source.getKey(), mark);
			} catch (IOException | RuntimeException e) {
				unreadable++;
			}
		if (unreadable > 0)
			warnings.add("An overlay of the file could not be read"
					+ (sources.size() > 1 ? " on " + unreadable + " of " + sources.size() + " slices" : "")
					+ " and is not shown there.");
		return marks.isEmpty() ? null : marks::get;
	}

	private String name(int number) {
		return "Overlay " + number + (regions.get(number) ? " (region)" : " (graphics)");
	}

	private static List<DisplayLayer> shutters(List<Plane> planes) {
		Map<DicomDataset, Cover> known = new IdentityHashMap<>();
		Map<Integer, Mark> covers = new HashMap<>();
		for (Plane plane : planes) {
			Cover cover = known.computeIfAbsent(plane.header(), header -> Shutter.of(header).orElse(null));
			if (cover != null) covers.put(plane.index(), cover);
		}
		return covers.isEmpty() ? List.of() : List.of(new DisplayLayer("Shutter", Kind.SHUTTER, covers::get));
	}
}
