package org.annotomy.sample.breast;

/**
 * The outer shape of the compressed breast, with what an oblique view shows besides: the axilla above and the chest muscle behind. Both belong to
 * the picture, not to the breast whose places are known.
 */
final class BreastOutline {

	private static final double AXILLA_STRETCH = 1.75;
	private static final double MUSCLE_TOP_MM = 135;
	private static final double MUSCLE_END_MM = -28;
	private static final double MUSCLE_WIDTH_MM = 58;
	private static final double MUSCLE_EDGE_MM = 5;
	private static final double MUSCLE_PART = 0.5;

	private final MammogramView view;
	private final Compression compression;

	BreastOutline(MammogramView view, Compression compression) {
		this.view = view;
		this.compression = compression;
	}

	/** Between the plates, where the breast has lost {@code skin} mm all around. 0 outside of it. */
	double thickness(double depth, double across, double skin) {
		double stretch = view.isOblique() && across > 0 ? AXILLA_STRETCH : 1;
		double d = depth / (compression.spread() * Compression.DEPTH_MM - skin);
		double t = across / (stretch * compression.spread() * Compression.RADIUS_MM - skin);
		return Math.max(0, 2 * (compression.halfThickness(Compression.rim(d, t)) - skin));
	}

	/** Of the chest muscle on a ray. */
	double muscle(double depth, double across, double thickness) {
		if (!view.isOblique() || across < MUSCLE_END_MM) return 0;
		double part = (across - MUSCLE_END_MM) / (MUSCLE_TOP_MM - MUSCLE_END_MM);
		double edge = MUSCLE_WIDTH_MM * part * (1.4 - 0.4 * part);
		return MUSCLE_PART * thickness * GlandularTissue.step(0, MUSCLE_EDGE_MM, edge - depth)
				* GlandularTissue.step(0, 0.35, part);
	}
}
