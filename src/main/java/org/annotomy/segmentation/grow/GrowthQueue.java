package org.annotomy.segmentation.grow;

import java.util.Arrays;

import org.annotomy.segmentation.volume.ChunkedLists;

/** Voxels waiting by their cost, in classes of costs; those still far away wait outside of the ring of classes. */
final class GrowthQueue {

	private static final int SHIFT = 4;

	private final ChunkedLists ring;
	private final int slots;
	private long[] far = new long[1 << 10];
	private int farCount;
	private int farAt;
	private int inRing;
	private int current;

	/** @param mostCost of one step */
	GrowthQueue(int mostCost) {
		slots = Integer.highestOneBit((mostCost >> SHIFT) + 2) << 1;
		ring = new ChunkedLists(slots);
	}

	/** Before the first {@link #next}: a voxel from which costs spread. */
	void start(int voxel, int cost) {
		if (farCount == far.length) far = Arrays.copyOf(far, 2 * farCount);
		far[farCount++] = (long) (cost >> SHIFT) << 32 | voxel;
	}

	/** A voxel reached from one that {@link #next} gave out. */
	void add(int voxel, int cost) {
		ring.add(cost >> SHIFT & slots - 1, voxel);
		inRing++;
	}

	static boolean isSameClass(int cost, int other) {
		return cost >> SHIFT == other >> SHIFT;
	}

	/** Takes the voxels of the lowest class; more may come to the same class. Null at the end. */
	int[] next() {
		if (current == 0 && farAt == 0) Arrays.sort(far, 0, farCount);
		if (inRing == 0) {
			if (farAt == farCount) return null;
			current = (int) (far[farAt] >> 32);
		}
		while (true) {
			while (farAt < farCount && far[farAt] >> 32 == current) {
				ring.add(current & slots - 1, (int) far[farAt++]);
				inRing++;
			}
			int[] voxels = ring.take(current & slots - 1);
			inRing -= voxels.length;
			if (voxels.length > 0) return voxels;
			current++;
		}
	}
}
