package org.annotomy.segmentation.watershed;

import java.util.Arrays;

import org.annotomy.segmentation.volume.ChunkedLists;
import org.annotomy.segmentation.volume.IntRing;

/**
 * Voxels waiting at their values: the lowest value first, and of equal values the voxel that has waited longest. Exact, yet mostly
 * without the cost of a heap: voxels wait unsorted in classes of values; only the lowest class is in order. What comes into that
 * class or below it goes through a small heap, and what comes at the value just handed out (a plateau) simply stands in line.
 */
final class FloodQueue {

	static final int NONE = -1;
	private static final int MAX_CLASSES = 1 << 16;
	private static final long NOBODY = Long.MAX_VALUE;

	private final float[] values;
	private final float lowest;
	private final double classesPerValue;
	private final ChunkedLists classes;
	private int current = -1;

	/** The voxels of the current class as it was found: values and ranks in line, and the voxels by rank. */
	private long[] run = new long[1 << 10];
	private int[] runVoxels = new int[run.length];
	private int runLength;
	private int runAt;

	private final FloodHeap heap = new FloodHeap();
	private final IntRing plateau = new IntRing();
	private long plateauKey;
	private long handedOut = NOBODY;

	/** @param values one for each voxel; not copied. Those beyond {@code lowest} and {@code highest} (or NaN) are allowed, but slow */
	FloodQueue(float[] values, float lowest, float highest) {
		this.values = values;
		this.lowest = lowest;
		double span = (double) highest - lowest;
		this.classesPerValue = span > 0 ? (MAX_CLASSES - 1) / span : 0;
		this.classes = new ChunkedLists(MAX_CLASSES);
	}

	void add(int voxel) {
		float value = values[voxel];
		long key = key(value);
		if (plateau.isEmpty() ? key == handedOut : key == plateauKey) {
			plateauKey = key;
			plateau.add(voxel);
			return;
		}
		int at = classOf(value);
		if (at <= current)
			heap.add(key, voxel);
		else
			classes.add(at, voxel);
	}

	/** Takes the next voxel; {@link #NONE} if nobody waits. */
	int poll() {
		if (runAt == runLength && heap.isEmpty() && plateau.isEmpty() && !nextClass()) return NONE;
		long ofRun = runAt < runLength ? run[runAt] >> 32 : NOBODY;
		long ofHeap = heap.isEmpty() ? NOBODY : heap.firstKey();
		long ofPlateau = plateau.isEmpty() ? NOBODY : plateauKey;
		if (ofRun <= ofHeap && ofRun <= ofPlateau) {
			handedOut = ofRun;
			return runVoxels[(int) run[runAt++]];
		}
		if (ofHeap <= ofPlateau) {
			handedOut = ofHeap;
			return heap.poll();
		}
		handedOut = ofPlateau;
		return plateau.poll();
	}

	private boolean nextClass() {
		current = classes.firstFrom(current + 1);
		if (current < 0) {
			current = MAX_CLASSES;
			return false;
		}
		runLength = classes.count(current);
		if (runLength > run.length) {
			run = new long[Math.max(runLength, run.length + (run.length >> 1))];
			runVoxels = new int[run.length];
		}
		for (int i = 0; i < runLength; i++) {
			runVoxels[i] = classes.poll(current);
			run[i] = key(values[runVoxels[i]]) << 32 | i;
		}
		Arrays.sort(run, 0, runLength);
		runAt = 0;
		return true;
	}

	private int classOf(float value) {
		int at = (int) ((value - (double) lowest) * classesPerValue);
		return value != value ? MAX_CLASSES - 1 : Math.max(0, Math.min(MAX_CLASSES - 1, at));
	}

	/** Larger for larger values; −0 counts as 0, NaN as larger than all. */
	private static long key(float value) {
		int bits = Float.floatToIntBits(value + 0f);
		return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
	}
}
