package org.annotomy.segmentation.segment;

import java.awt.Color;

/** Colours that tell many segments apart: each hue is as far from those before it as can be. */
final class SegmentColours {

	private static final double GOLDEN = 0.618033988749895;
	private static final float SATURATION = 0.75f;
	private static final float BRIGHTNESS = 0.95f;

	private SegmentColours() {}

	/** @param number of the segment, from 0 @return 0xRRGGBB */
	static int rgb(int number) {
		double hue = (number + 1) * GOLDEN;
		return Color.HSBtoRGB((float) (hue - Math.floor(hue)), SATURATION, BRIGHTNESS) & 0xffffff;
	}
}
