package org.annotomy.slide.render;

/**
 * Which plane of a slide; both from 0.
 *
 * @param z slice (focus)
 * @param t time point
 */
public record PlaneChoice(int z, int t) {

	/** The only plane of most slides. */
	public static final PlaneChoice FIRST = new PlaneChoice(0, 0);
}
