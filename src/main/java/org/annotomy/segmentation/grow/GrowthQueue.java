package org.annotomy.segmentation.grow;

import org.annotomy.segmentation.volume.ChunkedLists;

/**
 * Voxels that wait, by the cost of their ways, in classes of costs. Only those in a window of the lowest classes stand in line; of the others
 * it is known that they wait, and they are looked for when the window moves on. So little memory is needed, however many wait.
 */
final class GrowthQueue {

	static final int NONE = -1;

	private static final int SHIFT = 4;
	private static final int CLASSES = 1 << 14;

	private final GrowthCells cells;
	private final ChunkedLists window = new ChunkedLists(CLASSES);
	private int first;
	private int current = CLASSES;

	/** @param cells whose waiting voxels are handed out */
	GrowthQueue(GrowthCells cells) {
		this.cells = cells;
	}

	/** A voxel that waits from now on, or waits at a lower cost; no lower than that of the last one handed out. */
	void add(int voxel, int cost) {
		int at = (cost >> SHIFT) - first;
		if (at < CLASSES) window.add(at, voxel);
	}

	static boolean isSameClass(int cost, int other) {
		return cost >> SHIFT == other >> SHIFT;
	}

	/** Takes a voxel of the lowest class; some come twice, and wait no more the second time. {@link #NONE} at the end. */
	int next() {
		while (true) {
			while (current < CLASSES && window.count(current) == 0)
				current++;
			if (current < CLASSES) return window.poll(current);
			int lowest = lowestWaiting();
			if (lowest == NONE) return NONE;
			first = lowest;
			current = 0;
			fill();
		}
	}

	private int lowestWaiting() {
		int lowest = Integer.MAX_VALUE;
		for (int word = 0; word < cells.waiting.length; word++)
			for (long bits = cells.waiting[word]; bits != 0; bits &= bits - 1)
				lowest = Math.min(lowest, classOf((word << 6) + Long.numberOfTrailingZeros(bits)));
		return lowest == Integer.MAX_VALUE ? NONE : lowest;
	}

	private void fill() {
		for (int word = 0; word < cells.waiting.length; word++)
			for (long bits = cells.waiting[word]; bits != 0; bits &= bits - 1) {
				int voxel = (word << 6) + Long.numberOfTrailingZeros(bits);
				int at = classOf(voxel) - first;
				if (at < CLASSES) window.add(at, voxel);
			}
	}

	private int classOf(int voxel) {
		return GrowthCells.cost(cells.ways[voxel]) >> SHIFT;
	}
}
