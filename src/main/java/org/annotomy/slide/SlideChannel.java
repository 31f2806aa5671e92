package org.annotomy.slide;

/**
 * A channel of a slide, as the file describes it.
 *
 * @param name such as {@code DAPI}; never empty
 * @param rgb its colour as 0xRRGGBB; white if the file has none
 * @param min sample shown black, NaN if the file does not say
 * @param max sample shown in full colour, NaN if the file does not say
 */
public record SlideChannel(String name, int rgb, double min, double max) {

	/** A channel of which the file gives only the name. */
	public static SlideChannel named(String name) {
		return new SlideChannel(name, 0xFFFFFF, Double.NaN, Double.NaN);
	}
}
