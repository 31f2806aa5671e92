package org.annotomy.codec.jpegls;

import java.util.Arrays;

import org.annotomy.codec.jpeg.EntropyBits;
import org.annotomy.image.ImageFormatException;

/**
 * Decodes lines of samples: gradients, runs, and what lies between them (T.87 A.3, A.7.1, Annex B). A line is an array with the pixels
 * from index {@code step} on, one pixel of margin to the left and one to the right; {@code step} samples make a pixel.
 */
final class LineDecoder {

	/** J of T.87: bits of the run length for each state. */
	private static final int[] RUN_BITS = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11,
			12,
			13, 14, 15};

	private final EntropyBits bits;
	private final ErrorDecoder errors;
	private final int width;
	private final int near;
	/** Regions of the gradients from -t3 to t3. */
	private final byte[] regions;
	private final int widest;
	private final int[] runState;

	/** @param lines how many components have lines of their own */
	LineDecoder(CodingParameters parameters, EntropyBits bits, int width, int lines) {
		this.bits = bits;
		this.errors = new ErrorDecoder(parameters, bits);
		this.width = width;
		this.near = parameters.near();
		this.widest = parameters.t3();
		this.regions = new byte[2 * widest + 1];
		for (int d = 0; d <= widest; d++) {
			int region = d <= near ? 0 : d < parameters.t1() ? 1 : d < parameters.t2() ? 2 : d < parameters.t3() ? 3 : 4;
			regions[widest + d] = (byte) region;
			regions[widest - d] = (byte) -region;
		}
		this.runState = new int[lines];
	}

	/** Begins anew behind a restart marker. */
	void restart() {
		errors.restart();
		Arrays.fill(runState, 0);
	}

	private int region(int difference) {
		return regions[Math.max(-widest, Math.min(widest, difference)) + widest];
	}

	private int gradients(int left, int up, int corner, int right) {
		return 81 * region(right - up) + 9 * region(up - corner) + region(corner - left);
	}

	/** A line of one component; {@code line} says whose run state it has. */
	void samples(int[] above, int[] row, int line) throws ImageFormatException {
		above[width + 1] = above[width];
		row[0] = above[1];
		int x = 1;
		int left = row[0];
		while (x <= width) {
			int up = above[x];
			int corner = above[x - 1];
			int gradients = gradients(left, up, corner, above[x + 1]);
			if (gradients != 0) {
				row[x++] = left = errors.regular(gradients, left, up, corner);
				continue;
			}
			int end = x + runLength(width + 1 - x, line);
			Arrays.fill(row, x, end, left);
			x = end;
			if (x > width) return;
			boolean alike = Math.abs(left - above[x]) <= near;
			left = errors.interruption(left, above[x], RUN_BITS[runState[line]], alike);
			row[x++] = left;
			shortenRuns(line);
		}
	}

	/** A line of pixels of {@code step} samples. */
	void pixels(int[] above, int[] row, int step) throws ImageFormatException {
		System.arraycopy(above, width * step, above, (width + 1) * step, step);
		System.arraycopy(above, step, row, 0, step);
		int end = (width + 1) * step;
		int at = step;
		while (at < end) {
			if (!isFlat(above, row, at, step)) {
				for (int i = at; i < at + step; i++)
					row[i] = errors.regular(gradients(row[i - step], above[i], above[i - step], above[i + step]), row[i - step],
							above[i], above[i - step]);
				at += step;
				continue;
			}
			int run = runLength((end - at) / step, 0) * step;
			for (int i = at; i < at + run; i++)
				row[i] = row[i - step];
			at += run;
			if (at >= end) return;
			for (int i = at; i < at + step; i++)
				row[i] = errors.interruption(row[i - step], above[i], RUN_BITS[runState[0]], false);
			at += step;
			shortenRuns(0);
		}
	}

	private boolean isFlat(int[] above, int[] row, int at, int step) {
		for (int i = at; i < at + step; i++)
			if (gradients(row[i - step], above[i], above[i - step], above[i + step]) != 0) return false;
		return true;
	}

	/** @param most up to the end of the line */
	private int runLength(int most, int line) throws ImageFormatException {
		int length = 0;
		while (bits.read(1) == 1) {
			int part = 1 << RUN_BITS[runState[line]];
			length += part;
			if (length >= most) {
				if (length == most) lengthenRuns(line);
				return most;
			}
			lengthenRuns(line);
		}
		length += bits.read(RUN_BITS[runState[line]]);
		if (length > most) throw new ImageFormatException("The JPEG-LS stream holds a run beyond the end of its line.");
		return length;
	}

	private void lengthenRuns(int line) {
		if (runState[line] < RUN_BITS.length - 1) runState[line]++;
	}

	private void shortenRuns(int line) {
		if (runState[line] > 0) runState[line]--;
	}
}
