package org.annotomy.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * An immutable run of points in the plane of an image (pixels of level 0, pixel-corner frame), held as one flat array so that a million
 * outlines fit into memory.
 */
public final class Vertices {

	public static final Vertices NONE = new Vertices(new double[0]);

	private final double[] xy;

	private Vertices(double[] xy) {
		this.xy = xy;
	}

	/**
	 * @param xy x0 y0 x1 y1 …; copied
	 * @throws IllegalArgumentException if a number is missing or not finite
	 */
	public static Vertices of(double... xy) {
		return adopt(xy.clone());
	}

	/** As {@link #of(double...)} without the copy: the caller must not change the array afterwards. */
	public static Vertices adopt(double[] xy) {
		if (xy.length % 2 != 0)
			throw new IllegalArgumentException("Points need an even count of numbers, not " + xy.length + ".");
		for (int i = 0; i < xy.length; i++)
			if (!Double.isFinite(xy[i])) throw new IllegalArgumentException("Point " + i / 2 + " is not finite: " + xy[i] + ".");
		return new Vertices(xy);
	}

	public static Vertices of(List<Point> points) {
		double[] xy = new double[2 * points.size()];
		for (int i = 0; i < points.size(); i++) {
			xy[2 * i] = points.get(i).x();
			xy[2 * i + 1] = points.get(i).y();
		}
		return adopt(xy);
	}

	/** How many points. */
	public int size() {
		return xy.length / 2;
	}

	public double x(int i) {
		return xy[2 * i];
	}

	public double y(int i) {
		return xy[2 * i + 1];
	}

	public Point get(int i) {
		return new Point(x(i), y(i));
	}

	public void forEach(Consumer<Point> action) {
		for (int i = 0; i < size(); i++)
			action.accept(get(i));
	}

	/** x0 y0 x1 y1 …; a copy. */
	public double[] toArray() {
		return xy.clone();
	}

	public Box bounds() {
		return Box.around(xy);
	}

	/** Length of the way through all points, in pixels; back to the first one if {@code closed}. */
	public double length(boolean closed) {
		double length = 0;
		for (int i = 1; i < size(); i++)
			length += Math.hypot(x(i) - x(i - 1), y(i) - y(i - 1));
		if (closed && size() > 1) length += Math.hypot(x(0) - x(size() - 1), y(0) - y(size() - 1));
		return length;
	}

	/** Shoelace area of the ring through all points, in square pixels; positive if x turns to y (clockwise on screen). */
	public double signedArea() {
		double sum = 0;
		for (int i = 0, j = size() - 1; i < size(); j = i++)
			sum += x(j) * y(i) - x(i) * y(j);
		return sum / 2;
	}

	public Vertices translate(double dx, double dy) {
		double[] moved = xy.clone();
		for (int i = 0; i < moved.length; i += 2) {
			moved[i] += dx;
			moved[i + 1] += dy;
		}
		return new Vertices(moved);
	}

	public Vertices reversed() {
		double[] turned = new double[xy.length];
		for (int i = 0, j = xy.length - 2; i < xy.length; i += 2, j -= 2) {
			turned[i] = xy[j];
			turned[i + 1] = xy[j + 1];
		}
		return new Vertices(turned);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Vertices vertices && Arrays.equals(xy, vertices.xy);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(xy);
	}

	@Override
	public String toString() {
		return "Vertices" + Arrays.toString(xy);
	}
}
