package org.annotomy.sample.chest;

/**
 * A slice across the body that organs are painted on, one over the other, in Hounsfield units. Positions are millimetres: x to the
 * patient's left, y to the back, z (of the whole slice) to the head. Edges are softened over the width of a pixel, as partial volume is.
 */
public final class Slice {

	private static final double NARROWEST_EDGE_MM = 0.8;
	static final float AIR = -1000;

	/** A number at each place of the slice. */
	@FunctionalInterface
	interface Field {
		double at(double x, double y);
	}

	final int nx;
	final int ny;
	final double z;
	final double stepX;
	final double stepY;
	final double x0;
	final double y0;
	private final double edge;
	private final float[] hu;

	/** @param hu {@code nx · ny} values, x fastest; everything painted goes there, and it begins as air */
	Slice(PixelPlane plane, double z, float[] hu) {
		this.nx = plane.nx();
		this.ny = plane.ny();
		this.stepX = plane.stepX();
		this.stepY = plane.stepY();
		this.x0 = plane.x(0);
		this.y0 = plane.y(0);
		this.z = z;
		this.hu = hu;
		this.edge = Math.max(NARROWEST_EDGE_MM, Math.max(stepX, stepY));
		java.util.Arrays.fill(hu, AIR);
	}

	/** How much of a pixel lies inside, if its centre is {@code distance} mm outside of the border. */
	double coverage(double distance) {
		double inside = 0.5 - distance / edge;
		return inside <= 0 ? 0 : inside >= 1 ? 1 : inside;
	}

	void blend(int index, double coverage, double value) {
		hu[index] += (float) (coverage * (value - hu[index]));
	}

	float get(int index) {
		return hu[index];
	}

	/** Pixels whose centre lies in the rectangle, or next to it. */
	private int first(double from, double start, double step) {
		return Math.max(0, (int) Math.floor((from - edge - start) / step));
	}

	private static int last(double to, double start, double step, int n) {
		return Math.min(n - 1, (int) Math.ceil((to - start) / step));
	}

	/**
	 * Paints what lies inside a border.
	 *
	 * @param distance mm outside of the border, negative inside; need be right only near it
	 */
	void paint(double left, double top, double right, double bottom, Field distance, Field value) {
		int x1 = last(right + edge, x0, stepX, nx);
		int y1 = last(bottom + edge, y0, stepY, ny);
		for (int iy = first(top, y0, stepY); iy <= y1; iy++)
			for (int ix = first(left, x0, stepX); ix <= x1; ix++) {
				double x = x0 + ix * stepX;
				double y = y0 + iy * stepY;
				double coverage = coverage(distance.at(x, y));
				if (coverage > 0) blend(iy * nx + ix, coverage, value.at(x, y));
			}
	}

	/** The cut through an ellipsoid whose axes lie along the patient's, or are turned about z by {@code degrees} from x to y. */
	void ellipsoid(double cx, double cy, double cz, double a, double b, double c, double degrees, Field value) {
		double dz = (z - cz) / c;
		if (Math.abs(dz) >= 1.5) return;
		double cos = StrictMath.cos(Math.toRadians(degrees));
		double sin = StrictMath.sin(Math.toRadians(degrees));
		double reach = Math.max(a, b);
		paint(cx - reach, cy - reach, cx + reach, cy + reach, (x, y) -> {
			double u = ((x - cx) * cos + (y - cy) * sin) / a;
			double v = ((y - cy) * cos - (x - cx) * sin) / b;
			return ellipsoidDistance(u, v, dz, a, b, c);
		}, value);
	}

	void ellipsoid(double cx, double cy, double cz, double a, double b, double c, double value) {
		ellipsoid(cx, cy, cz, a, b, c, 0, (x, y) -> value);
	}

	/** Distance by the gradient of the norm; {@code u, v, w} in units of the semi-axes. */
	static double ellipsoidDistance(double u, double v, double w, double a, double b, double c) {
		double f = Math.sqrt(u * u + v * v + w * w);
		double gradient = Math.sqrt(u * u / (a * a) + v * v / (b * b) + w * w / (c * c));
		return gradient == 0 ? -Math.min(a, Math.min(b, c)) : (f - 1) * f / gradient;
	}

	/** The cut through an upright cylinder. */
	void disc(double cx, double cy, double a, double b, Field value) {
		paint(cx - a, cy - b, cx + a, cy + b, (x, y) -> ellipsoidDistance((x - cx) / a, (y - cy) / b, 0, a, b, 1), value);
	}

	void disc(double cx, double cy, double radius, double value) {
		disc(cx, cy, radius, radius, (x, y) -> value);
	}

	/** The cut through a tube whose radius may change along its way. */
	void tube(Tube tube, double grow, double value) {
		double reach = Math.max(tube.r0(), tube.r1()) + grow;
		if (z < tube.lowest() - reach - edge || z > tube.highest() + reach + edge) return;
		double[] part = tube.partNear(z, reach + edge);
		double left = Math.min(part[0], part[2]) - reach;
		double right = Math.max(part[0], part[2]) + reach;
		double top = Math.min(part[1], part[3]) - reach;
		double bottom = Math.max(part[1], part[3]) + reach;
		paint(left, top, right, bottom, (x, y) -> tube.distance(x, y, z) - grow, (x, y) -> value);
	}
}
