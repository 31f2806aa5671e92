package org.annotomy.codec.jpeg2000;

/**
 * Puts a resolution together from the next smaller one and three sub-bands, by lifting (T.800 F.3). Rows are made from low and high halves
 * one after the other, and columns are lifted a few rows behind, while those are in the cache.
 *
 * @param <S> arrays of samples
 */
abstract class InverseWavelet<S> {

	private final int steps;
	private S evenLine;
	private S oddLine;
	private int lineLength;

	/** @param steps lifting steps; the first, third … change samples at even places from those at odd ones, the others the other way */
	InverseWavelet(int steps) {
		this.steps = steps;
	}

	abstract S array(int length);

	/** Puts a decoded block where it belongs; sign and magnitude become a number times {@code step}. */
	abstract void dequantize(BlockSamples block, double step, S target, int at, int stride);

	abstract void clear(S target, int from, int to);

	/** Copies {@code count} coefficients, scaled as low or high ones of a line, into a line. */
	abstract void load(S source, int from, S line, int count, boolean high);

	/** One lifting step: changes {@code target[at + i]} by {@code source[a + i]} and {@code source[b + i]}. */
	abstract void lift(int step, S target, int at, S source, int a, int b, int count);

	/** Writes the lines of even and odd places in turn, beginning with the odd one if {@code parity} is 1. */
	abstract void interleave(S even, S odd, int parity, S target, int at, int count);

	/** Scales a row as a low or high one. */
	abstract void scale(S row, int at, int count, boolean high);

	/** What is left to do if there is only one sample along an axis: at an odd place it stands for half (T.800 F.3.6). */
	abstract void halve(S row, int at, int count);

	/**
	 * One level.
	 *
	 * @param area of the resolution; {@code low} is the smaller resolution, row by row like all others
	 */
	final void synthesize(Area area, int lowWidth, S low, S[] bands, S target) {
		int width = area.width();
		int height = area.height();
		int parity = area.y0() & 1;
		requireLines(width);
		for (int y = 0; y < height + steps; y++) {
			if (y < height) {
				boolean high = (y + parity & 1) == 1;
				row(area, high ? bands[1] : low, high ? bands[2] : bands[0], y >> 1, lowWidth, target, y * width);
				if (height > 1) scale(target, y * width, width, high);
				else if (high) halve(target, y * width, width);
			}
			if (height > 1) liftRowsBehind(y, parity, width, height, target);
		}
	}

	private void liftRowsBehind(int y, int parity, int width, int height, S target) {
		for (int step = 0; step < steps; step++) {
			int row = y - 1 - step;
			if (row < 0 || row >= height || (row + parity & 1) != (step & 1)) continue;
			int above = row == 0 ? 1 : row - 1;
			int below = row == height - 1 ? row - 1 : row + 1;
			lift(step, target, row * width, target, above * width, below * width, width);
		}
	}

	private void row(Area area, S low, S high, int index, int lowWidth, S target, int at) {
		int width = area.width();
		int parity = area.x0() & 1;
		int highWidth = width - lowWidth;
		if (width == 1) {
			copySingle(parity == 1 ? high : low, index, target, at);
			if (parity == 1) halve(target, at, 1);
			return;
		}
		load(low, index * lowWidth, evenLine, lowWidth, false);
		load(high, index * highWidth, oddLine, highWidth, true);
		for (int step = 0; step < steps; step++)
			if ((step & 1) == 0) liftLine(step, evenLine, lowWidth, oddLine, highWidth, parity - 1);
			else liftLine(step, oddLine, highWidth, evenLine, lowWidth, -parity);
		interleave(evenLine, oddLine, parity, target, at, width);
	}

	private void copySingle(S source, int from, S target, int at) {
		System.arraycopy(source, from, target, at, 1);
	}

	/** The neighbours of sample i are i + offset and the one after it; beyond the ends the signal is mirrored. */
	private void liftLine(int step, S target, int count, S source, int sourceCount, int offset) {
		int from = -offset;
		int to = Math.min(count, sourceCount - 1 - offset);
		if (from < to) lift(step, target, from, source, 0, 1, to - from);
		if (from == 1) lift(step, target, 0, source, 0, 0, 1);
		if (to < count && count > from) lift(step, target, count - 1, source, sourceCount - 1, sourceCount - 1, 1);
	}

	private void requireLines(int width) {
		if (lineLength >= width) return;
		lineLength = width;
		evenLine = array(width);
		oddLine = array(width);
	}
}
