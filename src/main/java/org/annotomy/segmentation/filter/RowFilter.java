package org.annotomy.segmentation.filter;

import java.util.Arrays;

/** A stack of rows, and each row as the weighted sum of those around it. */
final class RowFilter {

	private final int length;
	private final int rows;
	private final GaussianKernel kernel;
	private final float[] values;

	RowFilter(int length, int rows, GaussianKernel kernel) {
		this.length = length;
		this.rows = rows;
		this.kernel = kernel;
		this.values = new float[length * rows];
	}

	/** Row after row; to be filled. */
	float[] values() {
		return values;
	}

	/** Writes the weighted sums to {@code target}, whose rows lie {@code stride} apart from {@code first} on. */
	void across(float[] target, int first, int stride) {
		float[] sum = new float[length];
		float[] weights = kernel.weights();
		for (int row = 0; row < rows; row++) {
			Arrays.fill(sum, 0);
			addScaled(sum, row * length, row * length, weights[0] / 2);
			for (int k = 1; k < weights.length; k++)
				addScaled(sum, mirrored(row - k, rows) * length, mirrored(row + k, rows) * length, weights[k]);
			System.arraycopy(sum, 0, target, first + row * stride, length);
		}
	}

	private void addScaled(float[] sum, int a, int b, float weight) {
		for (int x = 0; x < sum.length; x++)
			sum[x] += weight * (values[a + x] + values[b + x]);
	}

	/** Replaces the {@code n} values from {@code at} on by weighted sums along the row. */
	static void alongRow(float[] values, int at, int n, GaussianKernel kernel) {
		int radius = kernel.radius();
		float[] weights = kernel.weights();
		float[] padded = new float[n + 2 * radius];
		System.arraycopy(values, at, padded, radius, n);
		for (int k = 1; k <= radius; k++) {
			padded[radius - k] = values[at + mirrored(-k, n)];
			padded[radius + n - 1 + k] = values[at + mirrored(n - 1 + k, n)];
		}
		float[] sum = new float[n];
		for (int k = 0; k <= radius; k++)
			addAlong(sum, padded, radius - k, radius + k, k == 0 ? weights[0] / 2 : weights[k]);
		System.arraycopy(sum, 0, values, at, n);
	}

	private static void addAlong(float[] sum, float[] padded, int a, int b, float weight) {
		for (int x = 0; x < sum.length; x++)
			sum[x] += weight * (padded[a + x] + padded[b + x]);
	}

	/** The place that a place beyond the ends is a mirror image of: … 1 0 | 0 1 … n−1 | n−1 n−2 … */
	static int mirrored(int i, int n) {
		int folded = Math.floorMod(i, 2 * n);
		return folded < n ? folded : 2 * n - 1 - folded;
	}
}
