package org.annotomy.segmentation.component;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.BitVolume;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * A volume as runs of voxels of the same label along x, in scan order.
 *
 * @param first of each row (y + ny * z) the number of its first run; one more for the end
 * @param starts x of the first voxel of each run
 * @param ends x behind its last voxel
 */
record Runs(VolumeSize size, int[] first, int[] starts, int[] ends) {

	private static final String SCANNING = "Scanning rows";
	static final int LEAST_ROWS = 64;

	/** Finds the runs of one row. */
	interface Rows {
		/** How many runs a row has. */
		int count(int row);

		/** Stores its runs from place {@code at}. */
		void store(int row, int[] starts, int[] ends, int at);
	}

	static Runs of(BitVolume volume, Progress progress) {
		return of(volume.size(), new BitRows(volume), progress);
	}

	static Runs of(VolumeSize size, Rows rows, Progress progress) {
		int count = size.ny() * size.nz();
		int[] first = new int[count + 1];
		int pieces = Ranges.pieces(count, LEAST_ROWS);
		Ranges.forEach(count, pieces, progress.part(0, 0.5), SCANNING, (piece, from, to) -> {
			for (int row = from; row < to; row++)
				first[row + 1] = rows.count(row);
		});
		for (int row = 0; row < count; row++)
			first[row + 1] = Math.addExact(first[row], first[row + 1]);
		int[] starts = new int[first[count]];
		int[] ends = new int[first[count]];
		Ranges.forEach(count, pieces, progress.part(0.5, 1), SCANNING, (piece, from, to) -> {
			for (int row = from; row < to; row++)
				if (first[row] < first[row + 1]) rows.store(row, starts, ends, first[row]);
		});
		return new Runs(size, first, starts, ends);
	}

	int count() {
		return starts.length;
	}

	int rows() {
		return first.length - 1;
	}

	/** The run of a voxel, or -1. */
	int at(int x, int row) {
		int low = first[row];
		int high = first[row + 1] - 1;
		while (low <= high) {
			int middle = low + high >>> 1;
			if (x < starts[middle]) high = middle - 1;
			else if (x >= ends[middle]) low = middle + 1;
			else return middle;
		}
		return -1;
	}

	private record BitRows(BitVolume volume) implements Rows {

		@Override
		public int count(int row) {
			long[] bits = volume.bits();
			int count = 0;
			long before = 0;
			for (int i = row * volume.words(), end = i + volume.words(); i < end; i++) {
				count += Long.bitCount(bits[i] & ~(bits[i] << 1 | before));
				before = bits[i] >>> 63;
			}
			return count;
		}

		/** Both ends of runs are where a bit differs from the one before it. */
		@Override
		public void store(int row, int[] starts, int[] ends, int at) {
			long[] bits = volume.bits();
			long before = 0;
			int start = -1;
			for (int word = 0, i = row * volume.words(); word < volume.words(); word++, i++) {
				long changes = bits[i] ^ (bits[i] << 1 | before);
				before = bits[i] >>> 63;
				for (; changes != 0; changes &= changes - 1) {
					int x = (word << 6) + Long.numberOfTrailingZeros(changes);
					if (start < 0) {
						start = x;
						continue;
					}
					starts[at] = start;
					ends[at++] = x;
					start = -1;
				}
			}
			if (start < 0) return;
			starts[at] = start;
			ends[at] = volume.size().nx();
		}
	}
}
