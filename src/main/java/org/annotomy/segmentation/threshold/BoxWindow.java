package org.annotomy.segmentation.threshold;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;

/**
 * Mean and standard deviation of the box around each voxel. Slices are added and taken away as the box moves along z, rows as it moves along
 * y; along x differences of running sums are taken. Values that are not finite do not count.
 */
final class BoxWindow {

	private final float[] values;
	private final VolumeSize size;
	private final int[] radius;
	private final Sums slices;
	private final Sums rows;
	private final Sums running;
	private int z = -1;
	private double offset;

	/** Counts, sums and sums of squares of many places. */
	private record Sums(double[] counts, double[] firsts, double[] seconds) {

		Sums(int length) {
			this(new double[length], new double[length], new double[length]);
		}

		void clear() {
			Arrays.fill(counts, 0);
			Arrays.fill(firsts, 0);
			Arrays.fill(seconds, 0);
		}
	}

	/** @param radius how many voxels the box reaches to each side along x, y and z */
	BoxWindow(float[] values, VolumeSize size, int[] radius) {
		this.values = values;
		this.size = size;
		this.radius = radius;
		this.slices = new Sums(size.nx() * size.ny());
		this.rows = new Sums(size.nx());
		this.running = new Sums(size.nx() + 1);
	}

	/** To any slice at first, then always one on. */
	void moveTo(int slice) {
		if (z < 0) {
			offset = offset(slice);
			for (int at = Math.max(0, slice - radius[2]); at <= Math.min(size.nz() - 1, slice + radius[2]); at++)
				addSlice(at, 1);
		} else {
			if (z - radius[2] >= 0) addSlice(z - radius[2], -1);
			if (slice + radius[2] < size.nz()) addSlice(slice + radius[2], 1);
		}
		z = slice;
	}

	/** A value near those of the slices, so that squares lose few digits. */
	private double offset(int slice) {
		float middle = values.length == 0 ? 0 : values[size.index(size.nx() / 2, size.ny() / 2, slice)];
		return Float.isFinite(middle) ? middle : 0;
	}

	private void addSlice(int slice, int sign) {
		int from = size.index(0, 0, slice);
		for (int i = 0; i < slices.counts.length; i++) {
			if (!Float.isFinite(values[from + i])) continue;
			double value = values[from + i] - offset;
			slices.counts[i] += sign;
			slices.firsts[i] += sign * value;
			slices.seconds[i] += sign * value * value;
		}
	}

	/** To row 0 of the slice, then always one on. */
	void moveToRow(int y) {
		if (y == 0) {
			rows.clear();
			for (int at = 0; at <= Math.min(size.ny() - 1, radius[1]); at++)
				addRow(at, 1);
		} else {
			if (y - 1 - radius[1] >= 0) addRow(y - 1 - radius[1], -1);
			if (y + radius[1] < size.ny()) addRow(y + radius[1], 1);
		}
		for (int x = 0; x < size.nx(); x++) {
			running.counts[x + 1] = running.counts[x] + rows.counts[x];
			running.firsts[x + 1] = running.firsts[x] + rows.firsts[x];
			running.seconds[x + 1] = running.seconds[x] + rows.seconds[x];
		}
	}

	private void addRow(int y, int sign) {
		for (int x = 0, i = y * size.nx(); x < size.nx(); x++, i++) {
			rows.counts[x] += sign * slices.counts[i];
			rows.firsts[x] += sign * slices.firsts[i];
			rows.seconds[x] += sign * slices.seconds[i];
		}
	}

	/** Of the box around column {@code x}; NaN if no value is finite. */
	double mean(int x) {
		return offset + inBox(running.firsts, x) / inBox(running.counts, x);
	}

	/** Of the population. */
	double deviation(int x) {
		double count = inBox(running.counts, x);
		double mean = inBox(running.firsts, x) / count;
		return Math.sqrt(Math.max(0, inBox(running.seconds, x) / count - mean * mean));
	}

	private double inBox(double[] sums, int x) {
		return sums[Math.min(size.nx(), x + radius[0] + 1)] - sums[Math.max(0, x - radius[0])];
	}
}
