package org.annotomy.identity;

/** Size of an image at level 0 along all five axes, in pixels, slices, channels and time points. */
public record ImageSize(int x, int y, int z, int c, int t) {

	/** @throws IllegalArgumentException if an axis is empty */
	public ImageSize {
		if (x < 1 || y < 1 || z < 1 || c < 1 || t < 1)
			throw new IllegalArgumentException("An image has at least one pixel along each axis, not " + x + " × " + y + " × " + z
					+ " × " + c + " × " + t + ".");
	}

	/** In words, such as {@code 512 × 512 × 180}; channels and time points only if there are several. */
	public String describe() {
		return x + " × " + y + (z > 1 ? " × " + z : "") + (c > 1 ? ", " + c + " channels" : "")
				+ (t > 1 ? ", " + t + " time points" : "");
	}
}
