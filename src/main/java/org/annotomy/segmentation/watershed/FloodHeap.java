package org.annotomy.segmentation.watershed;

import java.util.Arrays;

/** A heap of voxels by key, and by age where keys are equal. */
final class FloodHeap {

	private long[] keys = new long[64];
	private int[] voxels = new int[64];
	private int count;
	/** Never more than there are voxels in an array. */
	private int age;

	boolean isEmpty() { return count == 0; }

	long firstKey() {
		return keys[0] >> 32;
	}

	/** @param key within the range of an int */
	void add(long key, int voxel) {
		if (count == keys.length) {
			keys = Arrays.copyOf(keys, 2 * count);
			voxels = Arrays.copyOf(voxels, 2 * count);
		}
		long aged = key << 32 | age++;
		int at = count++;
		while (at > 0 && keys[at - 1 >> 1] > aged) {
			int parent = at - 1 >> 1;
			keys[at] = keys[parent];
			voxels[at] = voxels[parent];
			at = parent;
		}
		keys[at] = aged;
		voxels[at] = voxel;
	}

	int poll() {
		int first = voxels[0];
		long key = keys[--count];
		int voxel = voxels[count];
		int at = 0;
		for (int child = 1; child < count; child = 2 * at + 1) {
			if (child + 1 < count && keys[child + 1] < keys[child]) child++;
			if (key <= keys[child]) break;
			keys[at] = keys[child];
			voxels[at] = voxels[child];
			at = child;
		}
		keys[at] = key;
		voxels[at] = voxel;
		return first;
	}
}
