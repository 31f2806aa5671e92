package org.annotomy.sample.breast;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.annotomy.geometry.Position;

/** All that a ray passes on its way through one compressed breast. */
final class BreastExposure {

	private static final double COARSE_MM = 0.5;
	private static final int LAYERS = 44;
	private static final double SKIN_MM = 1.4;
	private static final double MASS = 0.85;
	private static final double CALCIUM = 26;
	private static final double SKIN = 0.3;
	private static final double MUSCLE = 0.75;

	private final MammogramView view;
	private final MammogramGeometry geometry;
	private final Compression compression;
	private final BreastOutline outline;
	private final float[] dense;

	/** @param geometry of the picture, whose pixels may be of any size */
	BreastExposure(MammogramView view, MammogramGeometry geometry) {
		this.view = view;
		this.geometry = geometry;
		this.compression = new Compression(view);
		this.outline = new BreastOutline(view, compression);
		this.dense = new float[geometry.columns() * geometry.rows()];
	}

	/** Millimetres of gland that absorb as much as what lies on the ray to each pixel, x fastest. */
	float[] dense(List<BreastLesion> lesions) {
		tissue();
		ShadowPicture shadows = new ShadowPicture(geometry, dense);
		for (BreastStrands.Strand strand : BreastStrands.of(view.isRight()))
			shadows.tube(compression.compress(strand.from()), compression.compress(strand.to()), strand.r0(), strand.r1(),
					strand.dense());
		for (BreastLesion lesion : lesions)
			if (lesion.right() == view.isRight()) add(lesion, shadows);
		cutAtTheSkin();
		Position nipple = compression.compress(Compression.NIPPLE);
		shadows.ellipsoid(nipple, new Position[]{new Position(6, 0, 0), new Position(0, 5, 0), new Position(0, 0, 5)}, 0.8, 0);
		return dense;
	}

	/** Millimetres of anything on the ray to each pixel, at the middle between the plates; 0 beside the breast. */
	float[] thickness() {
		float[] thickness = new float[dense.length];
		forEachRow(y -> {
			for (int x = 0; x < geometry.columns(); x++)
				thickness[y * geometry.columns() + x] = (float) outline.thickness(geometry.depthAt(geometry.depth(x + 0.5), 0),
						geometry.acrossAt(geometry.across(y + 0.5), 0), 0);
		});
		return thickness;
	}

	private void cutAtTheSkin() {
		float[] thickness = thickness();
		for (int i = 0; i < dense.length; i++)
			if (thickness[i] == 0) dense[i] = 0;
	}

	private void forEachRow(IntConsumer action) {
		IntStream.range(0, geometry.rows()).parallel().forEach(action);
	}

	private void add(BreastLesion lesion, ShadowPicture shadows) {
		Position centre = compression.compress(lesion.centre());
		for (BreastLesion.Spike spike : lesion.spikeList())
			shadows.tube(centre.plus(compression.turn(spike.from())), centre.plus(compression.turn(spike.to())), 0.75, 0.2, 1.2);
		if (lesion.specks() == 0)
			shadows.ellipsoid(centre, axes(lesion.a(), lesion.b(), lesion.c()), MASS,
					lesion.spikes() == 0 ? 0.3 : 0.9);
		for (BreastLesion.Speck speck : lesion.speckList())
			shadows.ellipsoid(centre.plus(compression.turn(speck.offset())),
					axes(speck.radiusMm(), speck.radiusMm(), speck.radiusMm()), CALCIUM, 0);
	}

	private Position[] axes(double a, double b, double c) {
		return new Position[]{compression.turn(new Position(a, 0, 0)), compression.turn(new Position(0, b, 0)),
				compression.turn(new Position(0, 0, c))};
	}

	/** Gland from a coarser picture, for it is soft; skin and muscle of each pixel. */
	private void tissue() {
		MammogramGeometry coarse = new MammogramGeometry(view, Math.max(COARSE_MM, geometry.spacingMm()));
		float[] gland = gland(coarse);
		double ratio = geometry.spacingMm() / coarse.spacingMm();
		forEachRow(y -> {
			for (int x = 0; x < geometry.columns(); x++)
				dense[y * geometry.columns() + x] = (float) (between(gland, coarse, (x + 0.5) * ratio - 0.5,
						(y + 0.5) * ratio - 0.5)
						+ shell(geometry.depthAt(geometry.depth(x + 0.5), 0), geometry.acrossAt(geometry.across(y + 0.5), 0)));
		});
	}

	private double shell(double depth, double across) {
		double thickness = outline.thickness(depth, across, 0);
		if (thickness <= 0) return 0;
		return SKIN * (thickness - outline.thickness(depth, across, SKIN_MM)) + MUSCLE * outline.muscle(depth, across, thickness);
	}

	private float[] gland(MammogramGeometry coarse) {
		GlandularTissue tissue = new GlandularTissue(view.isRight());
		float[] gland = new float[coarse.columns() * coarse.rows()];
		double step = view.thicknessMm() / LAYERS;
		IntStream.range(0, coarse.rows()).parallel().forEach(y -> {
			for (int x = 0; x < coarse.columns(); x++) {
				double sum = 0;
				for (int layer = 0; layer < LAYERS; layer++) {
					double height = (layer + 0.5) * step - view.thicknessMm() / 2;
					double[] place = compression.release(coarse.depthAt(coarse.depth(x + 0.5), height),
							coarse.acrossAt(coarse.across(y + 0.5), height), height);
					if (place != null) sum += step * tissue.at(place[0], place[1], place[2]);
				}
				gland[y * coarse.columns() + x] = (float) sum;
			}
		});
		return gland;
	}

	/** Bilinear; beyond the edge as at the edge. */
	private static double between(float[] values, MammogramGeometry grid, double x, double y) {
		int x0 = (int) Math.max(0, Math.min(grid.columns() - 2, Math.floor(x)));
		int y0 = (int) Math.max(0, Math.min(grid.rows() - 2, Math.floor(y)));
		double fx = Math.max(0, Math.min(1, x - x0));
		double fy = Math.max(0, Math.min(1, y - y0));
		int i = y0 * grid.columns() + x0;
		double upper = values[i] + fx * (values[i + 1] - values[i]);
		double lower = values[i + grid.columns()] + fx * (values[i + grid.columns() + 1] - values[i + grid.columns()]);
		return upper + fy * (lower - upper);
	}
}
