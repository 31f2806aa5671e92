package org.annotomy.segmentation.levelset;

import java.util.Arrays;

/** Voxels by their time, and by their number where times are equal. */
final class TimeHeap {

	/** The bits of times that are not negative are in the order of the times. */
	private long[] entries = new long[1 << 10];
	private int count;

	boolean isEmpty() { return count == 0; }

	/** @param time 0 or more */
	void add(float time, int voxel) {
		if (count == entries.length) entries = Arrays.copyOf(entries, 2 * count);
		long entry = (long) Float.floatToRawIntBits(time) << 32 | voxel;
		int at = count++;
		while (at > 0 && entries[at - 1 >> 1] > entry) {
			entries[at] = entries[at - 1 >> 1];
			at = at - 1 >> 1;
		}
		entries[at] = entry;
	}

	/** Takes the first entry: {@link #time} and {@link #voxel} of it. */
	long poll() {
		long first = entries[0];
		long last = entries[--count];
		int at = 0;
		for (int child = 1; child < count; child = 2 * at + 1) {
			if (child + 1 < count && entries[child + 1] < entries[child]) child++;
			if (last <= entries[child]) break;
			entries[at] = entries[child];
			at = child;
		}
		entries[at] = last;
		return first;
	}

	static float time(long entry) {
		return Float.intBitsToFloat((int) (entry >> 32));
	}

	static int voxel(long entry) {
		return (int) entry;
	}
}
