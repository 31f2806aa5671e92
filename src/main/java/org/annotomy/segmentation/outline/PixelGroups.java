package org.annotomy.segmentation.outline;

import java.util.Arrays;

import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * Which pixels of the same number hang together through shared edges: runs of each row, joined with those of the row above. Safe for threads
 * once it is made.
 */
final class PixelGroups {

	private final Pixels pixels;
	private final int[] firstRunOfRow;
	private int[] begin;
	private int[] end;
	private int[] parent;

	/** @param pieces on how many threads the rows are looked through, at most one for each row */
	PixelGroups(Pixels pixels, int pieces, Progress progress) {
		this.pixels = pixels;
		firstRunOfRow = new int[pixels.height() + 1];
		Runs[] found = new Runs[pieces];
		Ranges.forEach(pixels.height(), pieces, progress, LabelTracing.DOING,
				(piece, from, to) -> found[piece] = runs(from, to));
		put(found);
		for (int y = 1; y < pixels.height(); y++)
			join(y);
		for (int run = 0; run < parent.length; run++)
			parent[run] = root(run);
	}

	/** The number of the first run of pixels in a row; the runs of a row follow each other from left to right. */
	int firstRun(int y) {
		return firstRunOfRow[y];
	}

	/** The column of a run's first pixel. */
	int begin(int run) {
		return begin[run];
	}

	/** The column behind a run's last pixel. */
	int end(int run) {
		return end[run];
	}

	/** A number that all runs of a group share, and no others. */
	int group(int run) {
		return parent[run];
	}

	/** Runs of some rows, one row after the other. */
	private static final class Runs {

		private final int firstRow;
		private final int[] countOfRow;
		private int[] begin = new int[64];
		private int[] end = new int[64];
		private int count;

		Runs(int firstRow, int rows) {
			this.firstRow = firstRow;
			countOfRow = new int[rows];
		}

		void add(int from, int to) {
			if (count == begin.length) {
				begin = Arrays.copyOf(begin, 2 * count);
				end = Arrays.copyOf(end, 2 * count);
			}
			begin[count] = from;
			end[count++] = to;
		}
	}

	private Runs runs(int from, int to) {
		Runs runs = new Runs(from, to - from);
		for (int y = from; y < to; y++) {
			int before = runs.count;
			int x = 0;
			while (x < pixels.width()) {
				int start = x;
				x = pixels.endOfRun(start, y);
				if (pixels.numberAt(start, y) != 0) runs.add(start, x);
			}
			runs.countOfRow[y - from] = runs.count - before;
		}
		return runs;
	}

	private void put(Runs[] found) {
		int count = Arrays.stream(found).mapToInt(runs -> runs.count).sum();
		begin = new int[count];
		end = new int[count];
		parent = new int[count];
		Arrays.setAll(parent, i -> i);
		int at = 0;
		for (Runs runs : found) {
			System.arraycopy(runs.begin, 0, begin, at, runs.count);
			System.arraycopy(runs.end, 0, end, at, runs.count);
			int next = at;
			for (int row = 0; row < runs.countOfRow.length; row++) {
				next += runs.countOfRow[row];
				firstRunOfRow[runs.firstRow + row + 1] = next;
			}
			at = next;
		}
	}

	private void join(int y) {
		int above = firstRunOfRow[y - 1];
		int here = firstRunOfRow[y];
		while (above < firstRunOfRow[y] && here < firstRunOfRow[y + 1]) {
			boolean touch = begin[above] < end[here] && begin[here] < end[above];
			if (touch && pixels.numberAt(begin[above], y - 1) == pixels.numberAt(begin[here], y))
				parent[root(above)] = root(here);
			if (end[above] < end[here]) above++;
			else here++;
		}
	}

	private int root(int run) {
		int at = run;
		while (parent[at] != at)
			at = parent[at] = parent[parent[at]];
		return at;
	}
}
