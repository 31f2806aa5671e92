package org.annotomy.sample.chest;

/** Direction and distance of every pixel from the middle line, so that shells can be looked up; made once for all slices. */
final class PolarGrid {

	static final int BINS = 1024;

	final short[] bin;
	final float[] radius;
	final double[] cos = new double[BINS];
	final double[] sin = new double[BINS];

	PolarGrid(PixelPlane plane) {
		bin = new short[plane.nx() * plane.ny()];
		radius = new float[bin.length];
		for (int i = 0; i < BINS; i++) {
			double angle = 2 * Math.PI * i / BINS - Math.PI;
			cos[i] = StrictMath.cos(angle);
			sin[i] = StrictMath.sin(angle);
		}
		for (int iy = 0, i = 0; iy < plane.ny(); iy++)
			for (int ix = 0; ix < plane.nx(); ix++, i++) {
				double x = plane.x(ix);
				double y = plane.y(iy);
				radius[i] = (float) Math.sqrt(x * x + y * y);
				bin[i] = (short) Math.min(BINS - 1,
						Math.max(0, (int) Math.rint((StrictMath.atan2(y, x) + Math.PI) / (2 * Math.PI) * BINS) % BINS));
			}
	}
}
