package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** A tree of minima over a grid of numbers, sent piece by piece (T.800 B.10.2). */
final class TagTree {

	private static final int UNKNOWN = Integer.MAX_VALUE;

	/** Where each level begins, leaves first, and how wide it is. */
	private final int[] starts;
	private final int[] widths;
	private final int[] values;
	private final int[] lowerBounds;

	TagTree(int width, int height) {
		int levels = 1 + Math.max(32 - Integer.numberOfLeadingZeros(width - 1), 32 - Integer.numberOfLeadingZeros(height - 1));
		this.starts = new int[levels];
		this.widths = new int[levels];
		int nodes = 0;
		for (int level = 0; level < levels; level++) {
			starts[level] = nodes;
			widths[level] = (width - 1 >> level) + 1;
			nodes += widths[level] * ((height - 1 >> level) + 1);
		}
		this.values = new int[nodes];
		this.lowerBounds = new int[nodes];
		Arrays.fill(values, UNKNOWN);
	}

	/** Reads on until it is known whether the number at a leaf is less than {@code threshold}. */
	boolean isLess(PacketBits bits, int x, int y, int threshold) throws ImageFormatException {
		int low = 0;
		int node = 0;
		for (int level = starts.length - 1; level >= 0; level--) {
			node = starts[level] + (y >> level) * widths[level] + (x >> level);
			low = Math.max(low, lowerBounds[node]);
			while (low < threshold && low < values[node])
				if (bits.bit() == 1) values[node] = low;
				else low++;
			lowerBounds[node] = low;
		}
		return values[node] < threshold;
	}

	/** Reads on until the number at a leaf is known. */
	int value(PacketBits bits, int x, int y) throws ImageFormatException {
		int threshold = 1;
		while (!isLess(bits, x, y, threshold))
			threshold++;
		return values[starts[0] + y * widths[0] + x];
	}
}
