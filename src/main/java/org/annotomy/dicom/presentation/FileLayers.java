package org.annotomy.dicom.presentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Cover;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.image.DisplayLayer.Mark;

/** Overlays and shutters of the files of an image, as layers over its planes. Only files that speak of overlays are opened again. */
public final class FileLayers {

	/**
	 * One plane of an image.
	 *
	 * @param index of the plane: z + slices · t
	 * @param frame of the file, from 0
	 */
	public record Plane(int index, Path file, DicomDataset header, int frame) {}

	private final Map<Integer, Map<Integer, Mark>> overlays = new TreeMap<>();
	private final Map<Integer, Boolean> regions = new HashMap<>();
	private final List<String> warnings;

	private FileLayers(List<String> warnings) {
		this.warnings = warnings;
	}

	/**
	 * The layers in the order in which they are painted.
	 *
	 * @param warnings is added to
	 */
	public static List<DisplayLayer> of(List<Plane> planes, List<String> warnings) {
		FileLayers found = new FileLayers(warnings);
		Map<Path, List<Plane>> byFile = new LinkedHashMap<>();
		for (Plane plane : planes)
			byFile.computeIfAbsent(plane.file(), f -> new ArrayList<>()).add(plane);
		for (List<Plane> ofFile : byFile.values())
			if (OverlayPlane.areIn(ofFile.get(0).header())) found.readOverlays(ofFile);
		List<DisplayLayer> layers = new ArrayList<>(shutters(planes));
		found.overlays.forEach((number, marks) -> layers.add(new DisplayLayer(found.name(number), Kind.OVERLAY, marks::get)));
		return layers;
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

	private void readOverlays(List<Plane> ofFile) {
		try (ByteSource source = ByteSource.of(ofFile.get(0).file())) {
			DicomFile file = DicomFileReader.readHeader(source);
			List<OverlayPlane> planes = OverlayPlane.of(file.dataset(), warnings);
			boolean embedded = planes.stream().anyMatch(OverlayPlane::isEmbedded);
			FrameReader reader = embedded ? new FrameReader(file) : null;
			for (Plane plane : ofFile) {
				Object words = embedded ? reader.words(plane.frame()) : null;
				for (OverlayPlane overlay : planes)
					keep(overlay, plane.index(), overlay.isEmbedded() ? overlay.embedded(words) : overlay.picture(plane.frame()));
			}
		} catch (IOException | RuntimeException e) {
			warnings.add("The overlays of a file could not be read and are not shown.");
		}
	}

	private void keep(OverlayPlane overlay, int plane, Mark mark) {
		if (mark == null) return;
		overlays.computeIfAbsent(overlay.number(), n -> new HashMap<>()).put(plane, mark);
		regions.put(overlay.number(), overlay.isRegion());
	}
}
