package org.annotomy.segmentation.component;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.BitVolume;
import org.annotomy.task.Progress;

/** Runs from seeds through all voxels that are open, span by span. */
final class Flood {

	private static final String GROWING = "Growing the region";
	private static final int CHECK_EVERY = 1 << 14;

	private final BitVolume open;
	private final BitVolume reached;
	private final Connectivity connectivity;
	private int[] spans = new int[3 << 10];
	private int top;

	private Flood(BitVolume open, Connectivity connectivity) {
		this.open = open;
		this.reached = new BitVolume(open.size());
		this.connectivity = connectivity;
	}

	/**
	 * The open voxels that are connected to a seed through open voxels.
	 *
	 * @param seeds places in the volume; those that are not open begin nothing
	 * @param open is used up: what was reached is no longer set in it
	 */
	static BitVolume from(int[] seeds, BitVolume open, Connectivity connectivity, Progress progress) {
		Flood flood = new Flood(open, connectivity);
		int nx = open.size().nx();
		for (int seed : seeds)
			flood.enter(seed / nx, seed % nx, seed % nx + 1);
		flood.run(progress);
		return flood.reached;
	}

	private void run(Progress progress) {
		VolumeSize size = open.size();
		for (long done = 0; top > 0; done++) {
			if (done % CHECK_EVERY == 0) {
				progress.checkCancelled();
				progress.update(-1, GROWING);
			}
			int end = spans[--top];
			int start = spans[--top];
			int row = spans[--top];
			int y = row % size.ny();
			int z = row / size.ny();
			for (int dz = -1; dz <= 1; dz++)
				for (int dy = -1; dy <= 1; dy++) {
					if (dy == 0 && dz == 0 || y + dy < 0 || y + dy >= size.ny() || z + dz < 0 || z + dz >= size.nz()) continue;
					int reach = connectivity.reach(Math.abs(dy) + Math.abs(dz));
					if (reach >= 0)
						enter(row + dy + dz * size.ny(), Math.max(0, start - reach), Math.min(size.nx(), end + reach));
				}
		}
	}

	/** Takes all open runs of a row that have a voxel from {@code from} to before {@code to}. */
	private void enter(int row, int from, int to) {
		int x = open.nextSet(row, from);
		while (x < to) {
			int start = open.runStart(row, x);
			int end = open.nextClear(row, x);
			open.clear(row, start, end);
			reached.set(row, start, end);
			push(row, start, end);
			x = open.nextSet(row, end);
		}
	}

	private void push(int row, int start, int end) {
		if (top + 3 > spans.length) spans = Arrays.copyOf(spans, spans.length * 2);
		spans[top++] = row;
		spans[top++] = start;
		spans[top++] = end;
	}
}
