package org.annotomy.sample.histology;

import org.annotomy.sample.noise.HashNoise;

/** The tissue along a row of pixels. It changes slowly: it is looked up once for each square of {@value #SIDE} pixels of level 0. */
final class TissueRow {

	private static final int SIDE = 4;
	private static final double CLOUD_UM = 45;

	private final TissueMap map;
	private final HashNoise texture;
	private final double pixelUm;
	private Tissue[] tissues = new Tissue[0];
	private float[] clouds = new float[0];
	private long first;
	private long row = -1;

	TissueRow(TissueMap map, HashNoise texture, double pixelUm) {
		this.map = map;
		this.texture = texture;
		this.pixelUm = pixelUm;
	}

	/** @param left where the row begins @param y its height @param width how far it goes; all in pixels of level 0 */
	void moveTo(double left, double y, double width) {
		long wanted = (long) Math.floor(y / SIDE);
		if (wanted == row) return;
		row = wanted;
		first = (long) Math.floor(left / SIDE);
		int count = (int) ((long) Math.floor((left + width) / SIDE) - first + 1);
		if (clouds.length < count) clouds = new float[count];
		tissues = new Tissue[count];
	}

	/** The tissue at a place of the row. */
	Tissue tissueAt(double x) {
		return tissues[look(x)];
	}

	/** How much stain a place takes beside the mean of its tissue. */
	float cloudAt(double x) {
		return clouds[look(x)];
	}

	private int look(double x) {
		int i = (int) ((long) Math.floor(x / SIDE) - first);
		if (tissues[i] != null) return i;
		double px = (first + i + 0.5) * SIDE;
		double py = (row + 0.5) * SIDE;
		tissues[i] = map.at(px, py);
		clouds[i] = (float) (1 + 0.25 * texture.smooth(px * pixelUm / CLOUD_UM, py * pixelUm / CLOUD_UM, 3));
		return i;
	}
}
