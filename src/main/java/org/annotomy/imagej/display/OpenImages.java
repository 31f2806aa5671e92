package org.annotomy.imagej.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.display.PresetLibrary;

import ij.ImagePlus;
import ij.WindowManager;

/** One preset for everything that is open. */
public final class OpenImages {

	/**
	 * What came of it.
	 *
	 * @param shown how many images are shown through the preset now
	 * @param leftOut how many were left out for which reason; no titles, which may name a patient
	 */
	public record Outcome(int shown, Map<String, Integer> leftOut) {

		/** In words for the user. */
		public String describe() {
			StringBuilder text = new StringBuilder(
					shown + (shown == 1 ? " image is" : " images are") + " shown through the preset.");
			leftOut.forEach((reason, count) -> text.append(" Left out: ").append(count).append(", because: ").append(reason));
			return text.toString();
		}
	}

	private OpenImages() {}

	/** All open images, those of a macro in batch mode included. */
	public static List<ImagePlus> all() {
		List<ImagePlus> images = new ArrayList<>();
		int[] ids = WindowManager.getIDList();
		if (ids == null) return images;
		for (int id : ids) {
			ImagePlus image = WindowManager.getImage(id);
			if (image != null) images.add(image);
		}
		return images;
	}

	/**
	 * Shows each image through the preset that {@code text} names for it: a number key can mean another one for another modality.
	 *
	 * @param text as for {@link PresetLibrary#choose}
	 */
	public static Outcome apply(List<ImagePlus> images, PresetLibrary library, String setId, String text) {
		int shown = 0;
		Map<String, Integer> leftOut = new LinkedHashMap<>();
		for (ImagePlus image : images)
			try {
				DisplayWindow window = DisplayWindow.of(image);
				window.apply(library.choose(setId, text, window.query()));
				shown++;
			} catch (IllegalArgumentException e) {
				leftOut.merge(e.getMessage(), 1, Integer::sum);
			}
		return new Outcome(shown, leftOut);
	}
}
