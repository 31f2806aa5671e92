package org.annotomy.sample.histology;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.sample.noise.HashNoise;

/** Where on the glass which tissue lies: one section with an uneven rim, tumour nests within stroma, follicles at their border, fat outside. */
final class TissueMap {

	private final double width;
	private final double height;
	private final double unit;
	private final HashNoise rim;
	private final HashNoise nests;
	private final HashNoise crowds;

	private final Affine toFirst;

	/** @param width of the slide in pixels of level 0 @param height of it @param toFirst from its places to those of the first section */
	TissueMap(int width, int height, int seed, Affine toFirst) {
		this.toFirst = toFirst.equals(Affine.IDENTITY) ? null : toFirst;
		this.width = width;
		this.height = height;
		this.unit = Math.min(width, height);
		this.rim = new HashNoise(seed * 31 + 1);
		this.nests = new HashNoise(seed * 31 + 2);
		this.crowds = new HashNoise(seed * 31 + 3);
	}

	/** The tissue at a place in pixels of level 0. */
	Tissue at(double x, double y) {
		if (toFirst == null) return ofFirst(x, y);
		Position first = toFirst.apply(x, y, 0);
		return ofFirst(first.x(), first.y());
	}

	private Tissue ofFirst(double x, double y) {
		double u = x / unit;
		double v = y / unit;
		double depth = depth(x, y, u, v);
		if (depth < 0 || isFold(u, v)) return Tissue.GLASS;
		double nest = 0.55 * nests.smooth(u * 3, v * 3, 31) + octaves(nests, u * 26, v * 26) + 0.3 * depth;
		if (nest > 0.3) return Tissue.TUMOUR;
		double crowd = octaves(crowds, u * 14, v * 14);
		if (crowd > 0.4) return Tissue.LYMPHOID;
		if (depth < 0.2 && nest < 0.1 && octaves(crowds, u * 6 + 50, v * 6) > 0.05) return Tissue.FAT;
		return Tissue.STROMA;
	}

	/** How deep inside the section a place is: 0 on its rim, negative outside, about 1 in the middle. */
	private double depth(double x, double y, double u, double v) {
		double dx = (x / width - 0.5) / 0.42;
		double dy = (y / height - 0.5) / 0.41;
		return 1 - Math.sqrt(dx * dx + dy * dy) + 0.28 * octaves(rim, u * 3, v * 3);
	}

	/** Cracks, as they come about when a section is cut. */
	private boolean isFold(double u, double v) {
		double line = rim.smooth(u * 2.2 + 90, v * 2.2, 1);
		return Math.abs(line) < 0.006 && rim.smooth(u * 4, v * 4 + 70, 2) > 0.1;
	}

	private static double octaves(HashNoise noise, double x, double y) {
		return 0.6 * noise.smooth(x, y, 0) + 0.28 * noise.smooth(2.1 * x, 2.1 * y, 11)
				+ 0.12 * noise.smooth(4.7 * x, 4.7 * y, 23);
	}
}
