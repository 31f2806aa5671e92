package org.annotomy.benchmark;

/** How many voxels of a mask are 1: the check value of many operations. */
final class VoxelCount {

	private static final int BLOCK = 1 << 16;

	private VoxelCount() {}

	static long of(byte[] mask) {
		long count = 0;
		for (int from = 0; from < mask.length; from += BLOCK)
			count += of(mask, from, Math.min(mask.length, from + BLOCK));
		return count;
	}

	/** In an int, which the compiler adds up many at a time. */
	private static int of(byte[] mask, int from, int to) {
		int count = 0;
		for (int i = from; i < to; i++)
			count += mask[i];
		return count;
	}
}
