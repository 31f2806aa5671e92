package org.annotomy.dicom.codec.htj2k;

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
