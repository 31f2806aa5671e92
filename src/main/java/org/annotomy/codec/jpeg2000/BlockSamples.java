package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

/** Room for the samples of one code-block, rounded up to whole stripes of four rows and groups of four columns; used again and again. */
final class BlockSamples {

	private int width;
	private int height;
	private int stride;
	private int[] values = new int[0];

	void size(int blockWidth, int blockHeight) {
		width = blockWidth;
		height = blockHeight;
		stride = blockWidth + 3 & ~3;
		int size = stride * (blockHeight + 3 & ~3);
		if (values.length < size) values = new int[size];
	}

	void clear() {
		Arrays.fill(values, 0, stride * (height + 3 & ~3), 0);
	}

	/** Takes the region of interest down to the planes of the rest (T.800 H.1). */
	void shiftDown(int shift) {
		int rest = 1 << shift + 1;
		for (int i = 0; i < stride * height; i++) {
			int magnitude = values[i] & Integer.MAX_VALUE;
			if (magnitude >= rest) values[i] = values[i] & Integer.MIN_VALUE | magnitude >> shift;
		}
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	int stride() {
		return stride;
	}

	int quadsAcross() {
		return width + 1 >> 1;
	}

	int quadsDown() {
		return height + 1 >> 1;
	}

	/** Sign in bit 31, magnitude below it with one bit less than a step. */
	int[] values() {
		return values;
	}
}
