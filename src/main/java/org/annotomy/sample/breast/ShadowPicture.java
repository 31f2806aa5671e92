package org.annotomy.sample.breast;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;

/** Adds up what lies on the ray to each pixel: millimetres of gland, or of what absorbs as much. Places are compressed ones. */
final class ShadowPicture {

	private final MammogramGeometry geometry;
	private final float[] dense;

	/** @param dense one number for each pixel, x fastest; is added to */
	ShadowPicture(MammogramGeometry geometry, float[] dense) {
		this.geometry = geometry;
		this.dense = dense;
	}

	/** What a pixel gets. */
	@FunctionalInterface
	private interface Share {
		double at(double x, double y);
	}

	private void forEach(double x0, double y0, double x1, double y1, Share share) {
		int columns = geometry.columns();
		for (int y = (int) Math.max(0, Math.floor(y0)); y <= Math.min(geometry.rows() - 1, y1); y++)
			for (int x = (int) Math.max(0, Math.floor(x0)); x <= Math.min(columns - 1, x1); x++)
				dense[y * columns + x] += (float) share.at(x + 0.5, y + 0.5);
	}

	/** A tube between two places. @param factor of gland that absorbs as much, mm per mm */
	void tube(Position from, Position to, double r0, double r1, double factor) {
		Point a = geometry.project(from);
		Point b = geometry.project(to);
		double scale = geometry.magnification((from.z() + to.z()) / 2) / geometry.spacingMm();
		double reach = scale * Math.max(r0, r1);
		double dx = b.x() - a.x();
		double dy = b.y() - a.y();
		double seen2 = dx * dx + dy * dy;
		double seen = Math.sqrt(seen2) / scale;
		// Along the ray a tube is as long as it is oblique; a tube seen end on is as long as it is.
		double slant = Math.min(Math.hypot(seen, to.z() - from.z()) / Math.max(seen, 1e-6), 4);
		forEach(Math.min(a.x(), b.x()) - reach, Math.min(a.y(), b.y()) - reach, Math.max(a.x(), b.x()) + reach,
				Math.max(a.y(), b.y()) + reach, (x, y) -> {
					double t = seen2 == 0 ? 0 : ((x - a.x()) * dx + (y - a.y()) * dy) / seen2;
					if (t < 0 || t >= 1) return 0;
					double radius = r0 + t * (r1 - r0);
					double off = Math.hypot(x - a.x() - t * dx, y - a.y() - t * dy) / scale;
					return off >= radius ? 0 : factor * slant * 2 * Math.sqrt(radius * radius - off * off);
				});
	}

	/**
	 * An ellipsoid whose axes were turned with the body.
	 *
	 * @param axes its half axes, each as a direction between the plates times its length
	 * @param softness 0 if it is as dense everywhere, 1 if it thins out towards its border
	 */
	void ellipsoid(Position centre, Position[] axes, double factor, double softness) {
		double reach = 0;
		for (Position axis : axes)
			reach = Math.max(reach, axis.norm());
		double longest = 2 * reach;
		Point at = geometry.project(centre);
		double scale = geometry.magnification(centre.z()) / geometry.spacingMm();
		double pixels = scale * reach + 1;
		forEach(at.x() - pixels, at.y() - pixels, at.x() + pixels, at.y() + pixels, (x, y) -> {
			double chord = chord(centre, axes, x, y);
			return factor * chord * (1 - softness + softness * chord / longest);
		});
	}

	/** How long the ray to a pixel runs within an ellipsoid. */
	private double chord(Position centre, Position[] axes, double x, double y) {
		double depth = geometry.depth(x);
		double across = geometry.across(y);
		double low = centre.z();
		double high = centre.z() + 1;
		Position from = new Position(geometry.depthAt(depth, low), geometry.acrossAt(across, low), low).minus(centre);
		Position to = new Position(geometry.depthAt(depth, high), geometry.acrossAt(across, high), high).minus(centre);
		Position step = to.minus(from);
		double aa = 0;
		double ab = 0;
		double bb = -1;
		for (Position axis : axes) {
			double n2 = axis.dot(axis);
			double u = from.dot(axis) / n2;
			double v = step.dot(axis) / n2;
			aa += v * v;
			ab += u * v;
			bb += u * u;
		}
		double root = ab * ab - aa * bb;
		return root <= 0 ? 0 : 2 * Math.sqrt(root) / aa * step.norm();
	}
}
