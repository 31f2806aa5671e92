package org.annotomy.display.fusion;

import java.awt.Color;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Colours for the values of an image that lies over another. */
public enum ColourTable {

	/** Black, red, orange, white: DICOM's well-known palette of this name (PS3.6, Annex B). */
	HOT_IRON(i -> colour(i < 128 ? 2 * i : 255, i < 255 ? 2 * (i - 128) : 255, 4 * (i - 191))),
	/** Black, blue, green, yellow, red. */
	RAINBOW(i -> colour(ramp(i, 110, 190), i < 150 ? ramp(i, 50, 130) : 255 - ramp(i, 190, 255),
			ramp(i, 0, 50) - ramp(i, 80, 130))), GREY(i -> colour(i, i, i)),
	/** High values dark, as PET alone is shown. */
	INVERSE_GREY(i -> colour(255 - i, 255 - i, 255 - i)), RED(i -> colour(i, 0, 0)), GREEN(i -> colour(0, i, 0)), BLUE(
			i -> colour(0, 0, i)),
	/** One colour for each whole number, none for 0: labels are not mixed with their neighbours. */
	LABELS(ColourTable::label);

	private static final int SIZE = 256;
	/** Turns around the circle of colours, so that neighbours differ. */
	private static final double GOLDEN = 0.6180339887498949;

	private final IntUnaryOperator rgb;

	ColourTable(IntUnaryOperator rgb) {
		this.rgb = rgb;
	}

	/** 256 colours 0xRRGGBB, from the lowest value of a window to the highest. */
	public int[] colours() {
		return IntStream.range(0, SIZE).map(rgb).toArray();
	}

	/** The colour of a label other than 0. */
	static int label(int number) {
		double hue = number * GOLDEN;
		return Color.HSBtoRGB((float) (hue - Math.floor(hue)), 0.85f, 1) & 0xffffff;
	}

	private static int colour(int red, int green, int blue) {
		return held(red) << 16 | held(green) << 8 | held(blue);
	}

	private static int held(int value) {
		return Math.max(0, Math.min(255, value));
	}

	/** From 0 to 255 between two places of the table. */
	private static int ramp(int i, int from, int to) {
		return held(255 * (i - from) / (to - from));
	}

	/** As users and macros say it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}
}
