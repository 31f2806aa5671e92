package org.annotomy.slide.render;

/**
 * A rectangle of a slide and how large it is drawn.
 *
 * @param x left edge in pixels of level 0; may lie outside the slide
 * @param y upper edge in pixels of level 0; may lie outside the slide
 * @param downsample pixels of level 0 per drawn pixel; below 1 for enlarged pixels
 * @param width in drawn pixels
 * @param height in drawn pixels
 */
public record SlideView(double x, double y, double downsample, int width, int height) {

	/** @throws IllegalArgumentException if nothing would be drawn */
	public SlideView {
		if (width < 1 || height < 1 || !(downsample > 0) || Double.isInfinite(downsample) || Double.isNaN(x) || Double.isNaN(y))
			throw new IllegalArgumentException(
					"A view of " + width + " × " + height + " pixels at a downsample of " + downsample + " cannot be drawn.");
	}

	/** The whole of a slide of this size in the middle of {@code width × height} drawn pixels. */
	public static SlideView whole(int slideWidth, int slideHeight, int width, int height) {
		double downsample = Math.max((double) slideWidth / width, (double) slideHeight / height);
		return new SlideView((slideWidth - width * downsample) / 2, (slideHeight - height * downsample) / 2, downsample, width,
				height);
	}
}
