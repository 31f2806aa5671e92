package org.annotomy.segmentation.distance;

import java.util.Arrays;

/**
 * Squared distances along one line of voxels of one label: at each voxel the smallest of f(q) + (w·(i − q))² over all voxels q of the line,
 * and of (w·(i − q))² over the voxels of other labels at its ends. Short lines and small distances are searched; others by the lower
 * envelope of parabolas. One thread at a time.
 */
final class LineDistances {

	private static final float NOWHERE = Float.POSITIVE_INFINITY;
	private static final int SEARCHED_LENGTH = 20;
	private static final int SEARCHED_DISTANCE = 8;

	private final double spacing2;
	private final float[] square;
	private final double[] inverse;
	private final float[] given;
	private final int[] vertex;
	private final double[] height;
	private final double[] begin;

	/** For lines of up to {@code longest} voxels, {@code spacingMm} apart. */
	LineDistances(int longest, double spacingMm) {
		spacing2 = spacingMm * spacingMm;
		square = squares(longest, spacingMm);
		inverse = new double[longest + 2];
		for (int k = 1; k < inverse.length; k++)
			inverse[k] = 1 / (2 * spacing2 * k);
		given = new float[longest + 2];
		vertex = new int[longest + 2];
		height = new double[longest + 2];
		begin = new double[longest + 2];
	}

	/** The squared lengths of 0 to {@code longest} + 1 steps. */
	static float[] squares(int longest, double spacingMm) {
		float[] squares = new float[longest + 2];
		for (int k = 0; k < squares.length; k++)
			squares[k] = (float) (spacingMm * spacingMm * k * k);
		return squares;
	}

	/**
	 * @param f squared distances from {@code from} to before {@code to}, above 0 or infinite; replaced
	 * @param before whether a voxel of another label lies before the first one; likewise {@code after} the last
	 */
	void transform(float[] f, int from, int to, boolean before, boolean after) {
		int n = to - from;
		given[0] = before ? 0 : NOWHERE;
		System.arraycopy(f, from, given, 1, n);
		given[n + 1] = after ? 0 : NOWHERE;
		if (n <= SEARCHED_LENGTH || isNear(n))
			search(n, f, from);
		else
			envelope(n, f, from);
	}

	private boolean isNear(int n) {
		float limit = square[Math.min(SEARCHED_DISTANCE, n)];
		for (int i = 1; i <= n; i++)
			if (given[i] > limit) return false;
		return true;
	}

	private void search(int n, float[] f, int from) {
		for (int i = 1; i <= n; i++) {
			float best = given[i];
			int steps = Math.max(i, n + 1 - i);
			for (int k = 1; k <= steps && square[k] < best; k++) {
				float across = square[k];
				if (i - k >= 0 && given[i - k] + across < best) best = given[i - k] + across;
				if (i + k <= n + 1 && given[i + k] + across < best) best = given[i + k] + across;
			}
			f[from + i - 1] = best;
		}
	}

	private void envelope(int n, float[] f, int from) {
		int top = build(n);
		if (top < 0) {
			Arrays.fill(f, from, from + n, NOWHERE);
			return;
		}
		int k = 0;
		for (int i = 1; i <= n; i++) {
			while (k < top && begin[k + 1] < i)
				k++;
			f[from + i - 1] = given[vertex[k]] + square[Math.abs(i - vertex[k])];
		}
	}

	/** @return the last parabola of the envelope, -1 if there is none */
	private int build(int n) {
		int top = -1;
		for (int q = 0; q <= n + 1; q++) {
			if (given[q] == NOWHERE) continue;
			double high = given[q] + spacing2 * q * q;
			double from = Double.NEGATIVE_INFINITY;
			while (top >= 0) {
				from = (high - height[top]) * inverse[q - vertex[top]];
				if (from > begin[top]) break;
				top--;
			}
			top++;
			vertex[top] = q;
			height[top] = high;
			begin[top] = top == 0 ? Double.NEGATIVE_INFINITY : from;
		}
		return top;
	}
}
