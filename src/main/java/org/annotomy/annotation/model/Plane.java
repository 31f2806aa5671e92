package org.annotomy.annotation.model;

/**
 * One 2D array of an image; all indices from 0.
 *
 * @param c channel, or −1 for all channels
 * @param z slice
 * @param t time point
 */
public record Plane(int c, int z, int t) {

	public static final Plane FIRST = new Plane(-1, 0, 0);

	/** @throws IllegalArgumentException if c is below −1, or z or t below 0 */
	public Plane {
		if (c < -1 || z < 0 || t < 0)
			throw new IllegalArgumentException("There is no plane c = " + c + ", z = " + z + ", t = " + t + ".");
	}

	/** All channels of slice z at the first time point. */
	public static Plane slice(int z) {
		return new Plane(-1, z, 0);
	}
}
