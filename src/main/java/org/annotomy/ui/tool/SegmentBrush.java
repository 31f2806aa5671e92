package org.annotomy.ui.tool;

import org.annotomy.geometry.VoxelSpacing;

import ij.Prefs;

/**
 * The brush of the segment tools, kept in ImageJ's preferences: a disc or a ball, whose size follows the screen (the further one zooms out,
 * the more it covers) or is fixed in millimetres.
 */
public final class SegmentBrush {

	private static final String KEY = "annotomy.segmentbrush.";
	private static final double SMALLEST = 0.1;
	private static final double LARGEST = 500;
	private static final double FIRST_PX = 40;
	private static final double FIRST_MM = 10;

	private SegmentBrush() {}

	/** Whether it reaches into slices nearby. */
	public static boolean isBall() { return Prefs.get(KEY + "ball", false); }

	public static void setBall(boolean ball) {
		Prefs.set(KEY + "ball", ball);
	}

	/** Whether its size is fixed in millimetres. */
	public static boolean isInMm() { return Prefs.get(KEY + "mm", false); }

	public static void setInMm(boolean mm) {
		Prefs.set(KEY + "mm", mm);
	}

	/** The diameter in millimetres, or in pixels of the screen. */
	public static double diameter() {
		return clip(isInMm() ? Prefs.get(KEY + "diametermm", FIRST_MM) : Prefs.get(KEY + "diameterpx", FIRST_PX));
	}

	public static void setDiameter(double diameter) {
		Prefs.set(KEY + (isInMm() ? "diametermm" : "diameterpx"), clip(diameter));
	}

	/** Makes the brush larger or smaller by a factor. */
	public static void scale(double factor) {
		setDiameter(Rounded.of(diameter() * factor));
	}

	/** @param magnification of the canvas: screen pixels per image pixel */
	public static double radiusMm(double magnification, VoxelSpacing spacing) {
		return Rounded.of(isInMm() ? diameter() / 2 : diameter() / 2 / magnification * spacing.xMm());
	}

	/** Size and form in words. */
	public static String words() {
		double rounded = Math.round(diameter() * 10) / 10.0;
		return (isBall() ? "Ball" : "Disc") + " of "
				+ (isInMm() ? rounded + " mm" : Math.round(diameter()) + " pixels of the screen");
	}

	private static double clip(double size) {
		return Math.max(SMALLEST, Math.min(LARGEST, size));
	}
}
