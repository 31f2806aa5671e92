package org.annotomy.segmentation.threshold;

import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/** Masks of the values in a range. Masks hold 0 and 1; NaN lies in no range. */
public final class Threshold {

	private static final String DOING = "Applying the threshold";
	private static final int PIECE = 1 << 16;

	private Threshold() {}

	/** The values above a threshold. @throws org.annotomy.task.CancelledException if the user cancelled; likewise the others */
	public static byte[] above(short[] values, double threshold, Progress progress) {
		return range(values, Math.floor(threshold) + 1, Double.POSITIVE_INFINITY, progress);
	}

	/** Likewise. */
	public static byte[] above(float[] values, double threshold, Progress progress) {
		return masked(values.length, progress, (mask, from, to) -> {
			for (int i = from; i < to; i++)
				mask[i] = (byte) (values[i] > threshold ? 1 : 0);
		});
	}

	/** The values from {@code low} to {@code high}, both included. */
	public static byte[] range(short[] values, double low, double high, Progress progress) {
		int first = (int) Math.max(Short.MIN_VALUE, Math.ceil(low));
		int width = (int) Math.min(Short.MAX_VALUE, Math.floor(high)) - first;
		if (!(low <= high) || width < 0) return new byte[values.length];
		return masked(values.length, progress, (mask, from, to) -> {
			for (int i = from; i < to; i++) {
				int over = values[i] - first;
				mask[i] = (byte) (~(over | width - over) >>> 31);
			}
		});
	}

	/** Likewise. */
	public static byte[] range(float[] values, double low, double high, Progress progress) {
		return masked(values.length, progress, (mask, from, to) -> {
			for (int i = from; i < to; i++)
				mask[i] = (byte) (values[i] >= low && values[i] <= high ? 1 : 0);
		});
	}

	/** Fills a part of a mask. */
	@FunctionalInterface
	private interface Filling {
		void fill(byte[] mask, int from, int to);
	}

	private static byte[] masked(int length, Progress progress, Filling filling) {
		byte[] mask = new byte[length];
		Ranges.forEach(length, Ranges.pieces(length, PIECE), progress, DOING, (piece, from, to) -> {
			progress.checkCancelled();
			filling.fill(mask, from, to);
		});
		return mask;
	}
}
