package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

/** The 9/7 wavelet on real numbers (T.800 F.3.8.2). */
final class IrreversibleWavelet extends InverseWavelet<float[]> {

	/** δ, γ, β and α of T.800 table F.4. */
	private static final float[] LIFTING = {0.443506852043971f, 0.882911075530934f, -0.052980118572961f, -1.586134342059924f};
	private static final float LOW_GAIN = 1.230174104914001f;
	private static final float HIGH_GAIN = 1 / LOW_GAIN;

	IrreversibleWavelet() {
		super(LIFTING.length);
	}

	@Override
	float[] array(int length) {
		return new float[length];
	}

	@Override
	void dequantize(BlockSamples block, double step, float[] target, int at, int stride) {
		int[] values = block.values();
		float half = (float) (step / 2);
		for (int y = 0; y < block.height(); y++) {
			int from = y * block.stride();
			int to = at + y * stride;
			for (int x = 0; x < block.width(); x++) {
				int value = values[from + x];
				int sign = value >> 31;
				target[to + x] = half * (((value & Integer.MAX_VALUE) ^ sign) - sign);
			}
		}
	}

	@Override
	void clear(float[] target, int from, int to) {
		Arrays.fill(target, from, to, 0);
	}

	@Override
	void load(float[] source, int from, float[] line, int count, boolean high) {
		float gain = high ? HIGH_GAIN : LOW_GAIN;
		for (int i = 0; i < count; i++)
			line[i] = gain * source[from + i];
	}

	@Override
	void lift(int step, float[] target, int at, float[] source, int a, int b, int count) {
		float factor = LIFTING[step];
		for (int i = 0; i < count; i++)
			target[at + i] -= factor * (source[a + i] + source[b + i]);
	}

	@Override
	void interleave(float[] even, float[] odd, int parity, float[] target, int at, int count) {
		float[] first = parity == 0 ? even : odd;
		float[] second = parity == 0 ? odd : even;
		int pairs = count >> 1;
		for (int i = 0; i < pairs; i++) {
			target[at + 2 * i] = first[i];
			target[at + 2 * i + 1] = second[i];
		}
		if ((count & 1) == 1) target[at + count - 1] = first[pairs];
	}

	@Override
	void scale(float[] row, int at, int count, boolean high) {
		float gain = high ? HIGH_GAIN : LOW_GAIN;
		for (int i = 0; i < count; i++)
			row[at + i] *= gain;
	}

	@Override
	void halve(float[] row, int at, int count) {
		for (int i = 0; i < count; i++)
			row[at + i] *= 0.5f;
	}
}
