package org.annotomy.segmentation.component;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.BitVolume;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * The connected parts of a volume, numbered from 1. It holds runs of voxels, not a number for each voxel, so that it is small where the parts
 * are compact; {@link #toShorts} and {@link #toInts} write the numbers out.
 */
public final class Components {

	private static final String WRITING = "Writing labels";
	private static final int MOST_SHORTS = 0xffff;

	private final Runs runs;
	private final int[] labels;
	private final long[] voxels;

	private Components(Runs runs, int[] labels, long[] voxels) {
		this.runs = runs;
		this.labels = labels;
		this.voxels = voxels;
	}

	/** @param parents of each run, as {@link RunUnion} makes them; turned into labels */
	static Components of(Runs runs, int[] parents) {
		int count = 0;
		for (int i = 0; i < parents.length; i++)
			if (parents[i] == i) count++;
		long[] voxels = new long[count + 1];
		int next = 0;
		for (int i = 0; i < parents.length; i++) {
			parents[i] = parents[i] == i ? ++next : parents[parents[i]];
			voxels[parents[i]] += runs.ends()[i] - runs.starts()[i];
		}
		return new Components(runs, parents, voxels);
	}

	/** How many there are; their numbers are 1 to this. */
	public int count() {
		return voxels.length - 1;
	}

	public VolumeSize size() {
		return runs.size();
	}

	/** The voxels of one component. */
	public long voxels(int component) {
		return voxels[component];
	}

	/** The component of a voxel inside the volume; 0 if it is in none. */
	public int at(int x, int y, int z) {
		int run = runs.at(x, y + runs.size().ny() * z);
		return run < 0 ? 0 : labels[run];
	}

	/** The largest one, the first of several; 0 if there is none. */
	public int largest() {
		int largest = 0;
		for (int i = 1; i < voxels.length; i++)
			if (largest == 0 || voxels[i] > voxels[largest]) largest = i;
		return largest;
	}

	/** The same components, the largest first; those of the same size stay in the order of their first voxels. */
	public Components largestFirst() {
		int[] order = IntStream.rangeClosed(1, count()).boxed().sorted((a, b) -> Long.compare(voxels[b], voxels[a]))
				.mapToInt(Integer::intValue).toArray();
		int[] renamed = new int[voxels.length];
		long[] sizes = new long[voxels.length];
		for (int i = 0; i < order.length; i++) {
			renamed[order[i]] = i + 1;
			sizes[i + 1] = voxels[order[i]];
		}
		return new Components(runs, IntStream.of(labels).map(label -> renamed[label]).toArray(), sizes);
	}

	/**
	 * The number of each voxel's component, x fastest, 0 in none.
	 *
	 * @return unsigned shorts
	 * @throws IllegalArgumentException if there are more than 65535
	 */
	public short[] toShorts(Progress progress) {
		if (count() > MOST_SHORTS)
			throw new IllegalArgumentException(
					"There are " + count() + " components, but 16 bits hold " + MOST_SHORTS + " at the most.");
		short[] all = new short[runs.size().arrayLength()];
		forRuns(progress, (run, from, to) -> {
			short label = (short) labels[run];
			for (int i = from; i < to; i++)
				all[i] = label;
		});
		return all;
	}

	/** Likewise for any number of components. */
	public int[] toInts(Progress progress) {
		int[] all = new int[runs.size().arrayLength()];
		forRuns(progress, (run, from, to) -> Arrays.fill(all, from, to, labels[run]));
		return all;
	}

	/** The voxels of some components. @param wanted by number; that of 0 does not matter */
	public byte[] toMask(boolean[] wanted, Progress progress) {
		return toBits(wanted).toMask(progress);
	}

	/** The voxels of one component. */
	public byte[] toMask(int component, Progress progress) {
		boolean[] wanted = new boolean[voxels.length];
		wanted[component] = true;
		return toMask(wanted, progress);
	}

	BitVolume toBits(boolean[] wanted) {
		BitVolume bits = new BitVolume(runs.size());
		for (int row = 0; row < runs.rows(); row++)
			for (int run = runs.first()[row]; run < runs.first()[row + 1]; run++)
				if (wanted[labels[run]]) bits.set(row, runs.starts()[run], runs.ends()[run]);
		return bits;
	}

	/**
	 * Which components reach a side of the volume. Sides across an axis of a single voxel do not count, so that an image of one slice has
	 * four.
	 */
	boolean[] atSides(boolean alongX, boolean alongY, boolean alongZ) {
		VolumeSize size = runs.size();
		boolean[] touching = new boolean[voxels.length];
		for (int row = 0; row < runs.rows(); row++) {
			int first = runs.first()[row];
			int end = runs.first()[row + 1];
			if (first == end) continue;
			int y = row % size.ny();
			int z = row / size.ny();
			boolean whole = alongY && size.ny() > 1 && (y == 0 || y == size.ny() - 1)
					|| alongZ && size.nz() > 1 && (z == 0 || z == size.nz() - 1);
			for (int run = first; whole && run < end; run++)
				touching[labels[run]] = true;
			if (!alongX || size.nx() == 1) continue;
			if (runs.starts()[first] == 0) touching[labels[first]] = true;
			if (runs.ends()[end - 1] == size.nx()) touching[labels[end - 1]] = true;
		}
		return touching;
	}

	/** Work on the voxels of one run, from one place in the volume to before another. */
	@FunctionalInterface
	private interface RunWork {
		void run(int run, int from, int to);
	}

	private void forRuns(Progress progress, RunWork work) {
		int nx = runs.size().nx();
		Ranges.forEach(runs.rows(), Ranges.pieces(runs.rows(), Runs.LEAST_ROWS), progress, WRITING, (piece, from, to) -> {
			for (int row = from; row < to; row++)
				for (int run = runs.first()[row]; run < runs.first()[row + 1]; run++)
					work.run(run, row * nx + runs.starts()[run], row * nx + runs.ends()[run]);
		});
	}
}
