package org.annotomy.sample.breast;

import org.annotomy.sample.noise.HashNoise;

/** What a mammography system does before the picture is shown: the fat's thickness is evened out, gland and specks bent into the range, grain. */
final class MammogramProcessing {

	private static final double FAT_LEVEL = 0.2;
	private static final double EDGE_MM = 16;
	private static final double DENSE_MM = 17;
	private static final double GRAIN = 0.011;
	private static final float[] GAUSS = HashNoise.gaussTable();

	private MammogramProcessing() {}

	/**
	 * @param dense of {@link BreastExposure#dense}
	 * @param thickness of {@link BreastExposure#thickness}
	 * @return 0 (air) to {@code largest}
	 */
	static short[] process(float[] dense, float[] thickness, int columns, int largest, int seed) {
		HashNoise grain = new HashNoise(seed);
		short[] pixels = new short[dense.length];
		for (int i = 0; i < pixels.length; i++) {
			double fat = FAT_LEVEL * (1 - StrictMath.exp(-thickness[i] / EDGE_MM));
			double value = fat + (0.98 - FAT_LEVEL) * (1 - StrictMath.exp(-dense[i] / DENSE_MM));
			if (value > 0.002) value += GRAIN * grain.gauss(GAUSS, i % columns, i / columns, 0);
			pixels[i] = (short) Math.max(0, Math.min(largest, Math.rint(largest * value)));
		}
		return pixels;
	}
}
