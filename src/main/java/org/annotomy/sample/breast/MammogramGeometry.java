package org.annotomy.sample.breast;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;

/**
 * How a compressed breast comes onto the detector: rays from one point (a cone) above the chest wall's edge of the detector and the middle of
 * its height. The nearer to the source, the larger: the truth of a finding is where the ray through its middle meets the detector.
 * <p>
 * The chest wall is the left edge of pictures of the left breast and the right edge of those of the right one.
 */
public final class MammogramGeometry {

	/** From the source to the detector. */
	public static final double SOURCE_TO_DETECTOR_MM = 660;
	/** From the detector to the plate on which the breast lies. */
	public static final double SUPPORT_MM = 15;
	private static final double WIDTH_MM = 132;
	private static final double HEIGHT_MM = 240;

	private final MammogramView view;
	private final double spacing;
	private final int columns;
	private final int rows;
	private final double sourceAcross;

	/** @param spacingMm between pixels at the detector */
	public MammogramGeometry(MammogramView view, double spacingMm) {
		this.view = view;
		this.spacing = spacingMm;
		this.columns = (int) Math.rint(WIDTH_MM / spacingMm);
		this.rows = (int) Math.rint(HEIGHT_MM / spacingMm);
		this.sourceAcross = view.topMm() - HEIGHT_MM / 2;
	}

	public int columns() {
		return columns;
	}

	public int rows() {
		return rows;
	}

	public double spacingMm() {
		return spacing;
	}

	/** Of what lies in the middle between the plates. */
	public double magnification() {
		return magnification(0);
	}

	/** @param height mm from the middle between the plates towards the source */
	double magnification(double height) {
		return SOURCE_TO_DETECTOR_MM / (SOURCE_TO_DETECTOR_MM - SUPPORT_MM - view.thicknessMm() / 2 - height);
	}

	/** Where a compressed place is seen ({@link Compression#compress}), in pixels whose corners are integers. */
	public Point project(Position compressed) {
		double factor = magnification(compressed.z());
		double depth = factor * compressed.x() / spacing;
		double across = sourceAcross + factor * (compressed.y() - sourceAcross);
		return new Point(view.isRight() ? columns - depth : depth, (view.topMm() - across) / spacing);
	}

	/** How far a place on the detector lies in front of the chest wall. @param x in pixels, corners at integers */
	double depth(double x) {
		return spacing * (view.isRight() ? columns - x : x);
	}

	/** How far a place on the detector lies above the nipple. @param y in pixels, corners at integers */
	double across(double y) {
		return view.topMm() - spacing * y;
	}

	/** Where the ray to a place on the detector passes at a height, along the axis "across". */
	double acrossAt(double across, double height) {
		return sourceAcross + (across - sourceAcross) / magnification(height);
	}

	/** Where it passes in front of the chest wall. */
	double depthAt(double depth, double height) {
		return depth / magnification(height);
	}
}
