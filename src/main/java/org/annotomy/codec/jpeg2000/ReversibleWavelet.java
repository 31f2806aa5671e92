package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

/** The 5/3 wavelet on integers (T.800 F.3.8.1). */
final class ReversibleWavelet extends InverseWavelet<int[]> {

	ReversibleWavelet() {
		super(2);
	}

	@Override
	int[] array(int length) {
		return new int[length];
	}

	@Override
	void dequantize(BlockSamples block, double step, int[] target, int at, int stride) {
		int[] values = block.values();
		for (int y = 0; y < block.height(); y++) {
			int from = y * block.stride();
			int to = at + y * stride;
			for (int x = 0; x < block.width(); x++) {
				int value = values[from + x];
				int sign = value >> 31;
				target[to + x] = ((value & Integer.MAX_VALUE) >> 1 ^ sign) - sign;
			}
		}
	}

	@Override
	void clear(int[] target, int from, int to) {
		Arrays.fill(target, from, to, 0);
	}

	@Override
	void load(int[] source, int from, int[] line, int count, boolean high) {
		System.arraycopy(source, from, line, 0, count);
	}

	@Override
	void lift(int step, int[] target, int at, int[] source, int a, int b, int count) {
		if (step == 0)
			for (int i = 0; i < count; i++)
				target[at + i] -= source[a + i] + source[b + i] + 2 >> 2;
		else
			for (int i = 0; i < count; i++)
				target[at + i] += source[a + i] + source[b + i] >> 1;
	}

	@Override
	void interleave(int[] even, int[] odd, int parity, int[] target, int at, int count) {
		int[] first = parity == 0 ? even : odd;
		int[] second = parity == 0 ? odd : even;
		int pairs = count >> 1;
		for (int i = 0; i < pairs; i++) {
			target[at + 2 * i] = first[i];
			target[at + 2 * i + 1] = second[i];
		}
		if ((count & 1) == 1) target[at + count - 1] = first[pairs];
	}

	@Override
	void scale(int[] row, int at, int count, boolean high) {
		// this transform has no gain
	}

	@Override
	void halve(int[] row, int at, int count) {
		for (int i = 0; i < count; i++)
			row[at + i] >>= 1;
	}
}
