package org.annotomy.slide.viewing;

/**
 * What a window showed while it rested.
 *
 * @param centreX in pixels of level 0; likewise {@code centreY}
 * @param downsample pixels of level 0 per pixel of the screen
 * @param degrees by which the view was turned clockwise
 * @param width of the window in pixels of the screen
 * @param height of the window in pixels of the screen
 * @param z focus plane, from 0
 * @param t time point, from 0
 */
public record RestingView(double centreX, double centreY, double downsample, double degrees, int width, int height, int z,
		int t) {

	/** @throws IllegalArgumentException if that is no view; the numbers can come from a file */
	public RestingView {
		boolean finite = Double.isFinite(centreX) && Double.isFinite(centreY) && Double.isFinite(degrees);
		if (!finite || !(downsample > 0) || Double.isInfinite(downsample) || width < 1 || height < 1 || z < 0 || t < 0)
			throw new IllegalArgumentException("A view of a slide needs a place, a scale and a size.");
	}

	/** Whether a place of level 0 was seen. */
	public boolean shows(double x, double y) {
		double angle = Math.toRadians(degrees);
		double dx = (x - centreX) / downsample;
		double dy = (y - centreY) / downsample;
		double across = dx * Math.cos(angle) - dy * Math.sin(angle);
		double down = dx * Math.sin(angle) + dy * Math.cos(angle);
		return Math.abs(across) <= width / 2.0 && Math.abs(down) <= height / 2.0;
	}

	/** Half the side of an upright square around the centre that holds all that was seen, in pixels of level 0. */
	double reach() {
		return Math.hypot(width, height) / 2 * downsample;
	}
}
