package org.annotomy.sample.breast;

import org.annotomy.geometry.Position;

/**
 * What the plates do to the breast, simply: it is half an ellipsoid in front of the chest wall before, and a slab with round edges between them.
 * Along the plates everything spreads by one factor, away from the chest wall and from the line between it and the nipple; across them each
 * column is squeezed evenly to the slab's thickness there. The factor is such that the volume of the breast stays the same.
 * <p>
 * Places before: LPS mm from the chest wall behind the nipple. After: x in front of the chest wall, y along the detector towards the upper edge
 * of the picture (lateral, or lateral and up), z from the middle between the plates towards the source.
 */
public final class Compression {

	/** How far the breast reaches from the chest wall to the nipple before compression. */
	static final double DEPTH_MM = 75;
	/** Its radius at the chest wall. */
	static final double RADIUS_MM = 55;
	/** Where the nipple leaves the skin, before compression. */
	public static final Position NIPPLE = new Position(0, -DEPTH_MM, 0);
	/** The larger, the more the cross section looks like a slab. */
	private static final double ROUNDNESS = 4;

	private final MammogramView view;
	private final double cos;
	private final double sin;
	private final double spread;

	public Compression(MammogramView view) {
		this.view = view;
		this.cos = StrictMath.cos(Math.toRadians(view.angleDegrees()));
		this.sin = StrictMath.sin(Math.toRadians(view.angleDegrees()));
		this.spread = Math.sqrt(4 * RADIUS_MM * (ROUNDNESS + 1) / (3 * view.thicknessMm() * ROUNDNESS));
	}

	/** By how much lengths along the plates grow. */
	public double spread() {
		return spread;
	}

	/** Directions along the body's axes, turned to the plates; nothing is squeezed. */
	Position turn(Position lps) {
		double lateral = view.lateral() * lps.x();
		return new Position(-lps.y(), lateral * cos + lps.z() * sin, lps.z() * cos - lateral * sin);
	}

	/** Where a place in the breast goes. */
	public Position compress(Position lps) {
		Position turned = turn(lps);
		double rim = Math.max(0, rim(turned.x() / DEPTH_MM, turned.y() / RADIUS_MM));
		double before = RADIUS_MM * Math.sqrt(rim);
		double after = halfThickness(rim);
		return new Position(spread * turned.x(), spread * turned.y(), before == 0 ? 0 : turned.z() * after / before);
	}

	/**
	 * Where a place between the plates was before, in the breast's own frame: lateral, in front of the chest wall, up. Null outside of the
	 * breast.
	 */
	public double[] release(double depth, double across, double height) {
		double d = depth / spread;
		double t = across / spread;
		double rim = rim(d / DEPTH_MM, t / RADIUS_MM);
		if (rim <= 0) return null;
		double half = halfThickness(rim);
		if (Math.abs(height) >= half) return null;
		double w = height * RADIUS_MM * Math.sqrt(rim) / half;
		return new double[]{t * cos - w * sin, d, t * sin + w * cos};
	}

	/** 1 on the line to the nipple at the chest wall, 0 at the edge of the picture of the breast. */
	static double rim(double depthPart, double acrossPart) {
		return 1 - depthPart * depthPart - acrossPart * acrossPart;
	}

	/** Half the way between the plates. */
	double halfThickness(double rim) {
		return rim <= 0 ? 0 : view.thicknessMm() / 2 * StrictMath.pow(rim, 1 / ROUNDNESS);
	}
}
