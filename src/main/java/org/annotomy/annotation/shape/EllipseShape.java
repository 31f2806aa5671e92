package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

/**
 * An ellipse by the ends of its first axis and the ratio of the second axis to the first.
 *
 * @param from one end of the first axis
 * @param to its other end
 * @param aspectRatio second axis / first axis, above 0
 * @param upright whether it was drawn as ImageJ's oval: then the first axis lies along x
 */
public record EllipseShape(Point from, Point to, double aspectRatio, boolean upright) implements Shape {

	/** @throws IllegalArgumentException if the ratio is not above 0, or an upright ellipse is tilted */
	public EllipseShape {
		if (!(aspectRatio > 0) || Double.isInfinite(aspectRatio))
			throw new IllegalArgumentException("An ellipse needs an aspect ratio above 0, not " + aspectRatio + ".");
		if (upright && from.y() != to.y()) throw new IllegalArgumentException("An upright ellipse has its first axis along x.");
	}

	/** The upright ellipse inside a box. @throws IllegalArgumentException if the box has no width or height */
	public static EllipseShape inside(Box box) {
		if (!(box.width() > 0 && box.height() > 0))
			throw new IllegalArgumentException("An ellipse needs a width and a height above 0.");
		double middle = box.y() + box.height() / 2;
		return new EllipseShape(new Point(box.x(), middle), new Point(box.maxX(), middle), box.height() / box.width(), true);
	}

	public Point centre() {
		return new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
	}

	/** Half of the first axis, in pixels. */
	public double firstRadius() {
		return from.distanceTo(to) / 2;
	}

	/** Half of the second axis, in pixels. */
	public double secondRadius() {
		return firstRadius() * aspectRatio;
	}

	/** Angle of the first axis against x, in radians. */
	public double angle() {
		return Math.atan2(to.y() - from.y(), to.x() - from.x());
	}

	/**
	 * The outline as a polygon whose chords stay within {@code chordErrorPx} of it.
	 *
	 * @return at least 16 points, the first at {@code to}
	 */
	public Vertices outline(double chordErrorPx) {
		double largest = Math.max(firstRadius(), secondRadius());
		double step = 2 * Math.acos(Math.max(0, 1 - chordErrorPx / Math.max(largest, chordErrorPx)));
		int count = Math.max(16, 4 * (int) Math.ceil(Math.PI / 2 / step));
		double cos = Math.cos(angle());
		double sin = Math.sin(angle());
		double[] xy = new double[2 * count];
		for (int i = 0; i < count; i++) {
			double a = firstRadius() * Math.cos(2 * Math.PI * i / count);
			double b = secondRadius() * Math.sin(2 * Math.PI * i / count);
			xy[2 * i] = centre().x() + a * cos - b * sin;
			xy[2 * i + 1] = centre().y() + a * sin + b * cos;
		}
		return Vertices.adopt(xy);
	}

	@Override
	public ShapeKind kind() {
		return ShapeKind.ELLIPSE;
	}

	@Override
	public Box bounds() {
		double cos = Math.cos(angle());
		double sin = Math.sin(angle());
		double halfX = upright ? firstRadius() : Math.hypot(firstRadius() * cos, secondRadius() * sin);
		double halfY = upright ? secondRadius() : Math.hypot(firstRadius() * sin, secondRadius() * cos);
		return new Box(centre().x() - halfX, centre().y() - halfY, 2 * halfX, 2 * halfY);
	}

	@Override
	public EllipseShape translate(double dx, double dy) {
		return new EllipseShape(from.plus(dx, dy), to.plus(dx, dy), aspectRatio, upright);
	}
}
