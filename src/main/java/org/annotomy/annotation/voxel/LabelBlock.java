package org.annotomy.annotation.voxel;

import java.util.Arrays;

import org.annotomy.geometry.Axis;

/**
 * A cube of {@value #SIDE}³ label values, immutable and run-length coded: a uniform block takes a few bytes. Voxels are in the order x
 * fastest, then y, then z. Blocks at the upper border of an image are full cubes too; what lies outside is 0.
 */
public final class LabelBlock {

	/** Voxels along each axis. */
	public static final int SIDE = 32;

	/** Voxels in a block. */
	public static final int VOXELS = SIDE * SIDE * SIDE;

	/** Nothing is labelled. */
	public static final LabelBlock EMPTY = new LabelBlock(new int[]{0, VOXELS});

	/** Pairs of label value and end (exclusive) of its run. */
	private final int[] runs;

	private LabelBlock(int[] runs) {
		this.runs = runs;
	}

	/**
	 * @param labels {@link #VOXELS} values, unsigned 16 bit; copied
	 * @throws IllegalArgumentException if the count is another
	 */
	public static LabelBlock of(short[] labels) {
		if (labels.length != VOXELS)
			throw new IllegalArgumentException("A label block has " + VOXELS + " voxels, not " + labels.length + ".");
		int count = 1;
		for (int i = 1; i < VOXELS; i++)
			if (labels[i] != labels[i - 1]) count++;
		int[] runs = new int[2 * count];
		int run = 0;
		for (int i = 1; i <= VOXELS; i++)
			if (i == VOXELS || labels[i] != labels[i - 1]) {
				runs[run++] = labels[i - 1] & 0xffff;
				runs[run++] = i;
			}
		return count == 1 && runs[0] == 0 ? EMPTY : new LabelBlock(runs);
	}

	/**
	 * The reverse of {@link #runs()}.
	 *
	 * @throws IllegalArgumentException if the runs do not cover the block exactly once
	 */
	public static LabelBlock ofRuns(int[] runs) {
		int end = 0;
		for (int i = 0; i + 1 < runs.length; i += 2) {
			if (runs[i] < 0 || runs[i] > 0xffff || runs[i + 1] <= end)
				throw new IllegalArgumentException("The label runs are broken.");
			end = runs[i + 1];
		}
		if (runs.length % 2 != 0 || end != VOXELS) throw new IllegalArgumentException("The label runs do not fill the block.");
		LabelBlock block = new LabelBlock(runs.clone());
		return block.equals(EMPTY) ? EMPTY : block;
	}

	/** Label value and exclusive end of each run; a copy. */
	public int[] runs() {
		return runs.clone();
	}

	/** All values, in a new array. */
	public short[] toArray() {
		short[] labels = new short[VOXELS];
		int from = 0;
		for (int i = 0; i < runs.length; i += 2) {
			if (runs[i] != 0) Arrays.fill(labels, from, runs[i + 1], (short) runs[i]);
			from = runs[i + 1];
		}
		return labels;
	}

	/** The value at voxel {@code index} of the block, by bisection. */
	public int get(int index) {
		return runs[2 * runOf(index)];
	}

	/**
	 * Copies one slice of the block into a larger slice. Across z its columns are x and its rows y, across y they are x and z, across x they
	 * are y and z.
	 *
	 * @param axis across which the slice lies
	 * @param at from 0 to {@value #SIDE} - 1
	 * @param to where the labels go; must hold 0 there now
	 * @param start index of the first label
	 * @param stride from one row to the next
	 * @param columns how many columns are copied, likewise {@code rows}: {@value #SIDE} at the most
	 */
	public void copySlice(Axis axis, int at, short[] to, int start, int stride, int columns, int rows) {
		int from = axis == Axis.Z ? at * SIDE * SIDE : 0;
		int end = axis == Axis.Z ? from + SIDE * SIDE : VOXELS;
		for (int run = runOf(from), i = from; i < end; run++) {
			int runEnd = Math.min(end, runs[2 * run + 1]);
			short label = (short) runs[2 * run];
			while (i < runEnd) {
				int rowEnd = Math.min(runEnd, (i / SIDE + 1) * SIDE);
				if (label != 0) copyRow(axis, at, label, i, rowEnd, new SlicePart(to, start, stride, columns, rows));
				i = rowEnd;
			}
		}
	}

	private record SlicePart(short[] labels, int start, int stride, int columns, int rows) {

		void set(int column, int row, short label) {
			if (column < columns && row < rows) labels[start + row * stride + column] = label;
		}
	}

	/** @param from first voxel of a part of a row along x; {@code to} is the one behind its last */
	private static void copyRow(Axis axis, int at, short label, int from, int to, SlicePart part) {
		int y = from / SIDE % SIDE;
		int z = from / SIDE / SIDE;
		int row = axis == Axis.Z ? y : z;
		if (axis == Axis.Y && y != at) return;
		if (axis == Axis.X) {
			if (at >= from % SIDE && at < from % SIDE + to - from) part.set(y, z, label);
			return;
		}
		for (int x = from % SIDE, end = x + to - from; x < end; x++)
			part.set(x, row, label);
	}

	private int runOf(int index) {
		int low = 0;
		int high = runs.length / 2 - 1;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (runs[2 * middle + 1] > index) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	public boolean isEmpty() { return this == EMPTY; }

	/** Memory taken, roughly. */
	public long weightBytes() {
		return 32L + 4L * runs.length;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LabelBlock block && Arrays.equals(runs, block.runs);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(runs);
	}
}
