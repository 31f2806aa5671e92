package org.annotomy.segmentation.outline;

import java.util.Arrays;

/** Which pixels of a mask hang together through shared edges: runs of each row, joined with those of the row above. */
final class PixelGroups {

	private final int[] firstRunOfRow;
	private int[] begin = new int[64];
	private int[] end = new int[64];
	private int[] parent = new int[64];
	private int runs;

	PixelGroups(PixelMask mask) {
		firstRunOfRow = new int[mask.height() + 1];
		for (int y = 0; y < mask.height(); y++) {
			firstRunOfRow[y] = runs;
			for (int x = 0; x < mask.width(); x++)
				if (mask.at(x, y) && !mask.at(x - 1, y)) add(mask, x, y);
			firstRunOfRow[y + 1] = runs;
			if (y > 0) join(y);
		}
	}

	/** A number that all pixels of the group share. @param x column of a pixel that belongs to the mask */
	int of(int x, int y) {
		int run = Arrays.binarySearch(begin, firstRunOfRow[y], firstRunOfRow[y + 1], x);
		return root(run >= 0 ? run : -run - 2);
	}

	private void add(PixelMask mask, int x, int y) {
		if (runs == begin.length) {
			begin = Arrays.copyOf(begin, 2 * runs);
			end = Arrays.copyOf(end, 2 * runs);
			parent = Arrays.copyOf(parent, 2 * runs);
		}
		int to = x;
		while (mask.at(to, y))
			to++;
		begin[runs] = x;
		end[runs] = to;
		parent[runs] = runs;
		runs++;
	}

	private void join(int y) {
		int above = firstRunOfRow[y - 1];
		int here = firstRunOfRow[y];
		while (above < firstRunOfRow[y] && here < runs) {
			if (begin[above] < end[here] && begin[here] < end[above]) parent[root(above)] = root(here);
			if (end[above] < end[here]) above++;
			else here++;
		}
	}

	private int root(int run) {
		while (parent[run] != run)
			run = parent[run] = parent[parent[run]];
		return run;
	}
}
