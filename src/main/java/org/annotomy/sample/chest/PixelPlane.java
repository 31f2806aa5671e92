package org.annotomy.sample.chest;

/** The pixels of all slices: how many, how far apart in mm, centred on the body. */
public record PixelPlane(int nx, int ny, double stepX, double stepY) {

	/** Where the centre of column {@code ix} lies. */
	public double x(int ix) {
		return (ix - (nx - 1) / 2.0) * stepX;
	}

	/** Where the centre of row {@code iy} lies; the body's middle is a little in front of the image's. */
	public double y(int iy) {
		return (iy - (ny - 1) / 2.0) * stepY + CENTRE_Y;
	}

	private static final double CENTRE_Y = 14;
}
