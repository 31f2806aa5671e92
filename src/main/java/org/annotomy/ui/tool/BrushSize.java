package org.annotomy.ui.tool;

import ij.Prefs;

/** Diameter of the brush in pixels of the screen, so that it covers more of the image the further one zooms out. Kept in ImageJ's preferences. */
public final class BrushSize {

	private static final String KEY = "annotomy.brush";
	private static final double SMALLEST = 3;
	private static final double LARGEST = 500;
	private static final double FIRST = 40;

	private BrushSize() {}

	public static double screenPx() {
		return clip(Prefs.get(KEY, FIRST));
	}

	/** @param magnification of the canvas: screen pixels per image pixel */
	public static double imagePx(double magnification) {
		return Rounded.of(screenPx() / magnification);
	}

	/** Makes the brush larger or smaller by a factor, within 3 to 500 pixels. */
	public static void scale(double factor) {
		Prefs.set(KEY, clip(Rounded.of(screenPx() * factor)));
	}

	/** The size in words. */
	public static String words() {
		return "Brush: " + Math.round(screenPx()) + " pixels of the screen";
	}

	private static double clip(double size) {
		return Math.max(SMALLEST, Math.min(LARGEST, size));
	}
}
