package org.annotomy.annotation.model;

/**
 * How an object is shown. Nothing here changes what is measured.
 *
 * @param order higher is in front
 * @param opacity of the fill, 0 to 1
 * @param visible whether it is shown at all
 * @param seeThrough whether what lies behind it shows through (as in a projection); false if it hides what is behind it
 * @param strokeRgb 0xRRGGBB of its own, or null for the class colour
 * @param fillRgb 0xRRGGBB of its own, or null for the class colour
 * @param strokeWidth in image pixels; 0 for a hairline at every zoom
 * @param group ImageJ's ROI group, 0 for none
 */
public record Appearance(int order, double opacity, boolean visible, boolean seeThrough, Integer strokeRgb, Integer fillRgb,
		double strokeWidth,
		int group) {

	public static final Appearance DEFAULT = new Appearance(0, 0.2, true, true, null, null, 0, 0);

	/** @throws IllegalArgumentException if the opacity is outside 0 to 1 or the stroke's width is negative */
	public Appearance {
		if (!(opacity >= 0 && opacity <= 1))
			throw new IllegalArgumentException("Opacity must be from 0 to 1, not " + opacity + ".");
		if (!(strokeWidth >= 0) || Double.isInfinite(strokeWidth))
			throw new IllegalArgumentException("A stroke cannot be " + strokeWidth + " pixels wide.");
	}

	public Appearance withOrder(int newOrder) {
		return new Appearance(newOrder, opacity, visible, seeThrough, strokeRgb, fillRgb, strokeWidth, group);
	}

	public Appearance withOpacity(double newOpacity) {
		return new Appearance(order, newOpacity, visible, seeThrough, strokeRgb, fillRgb, strokeWidth, group);
	}

	public Appearance withVisible(boolean newVisible) {
		return new Appearance(order, opacity, newVisible, seeThrough, strokeRgb, fillRgb, strokeWidth, group);
	}

	public Appearance withSeeThrough(boolean newSeeThrough) {
		return new Appearance(order, opacity, visible, newSeeThrough, strokeRgb, fillRgb, strokeWidth, group);
	}
}
