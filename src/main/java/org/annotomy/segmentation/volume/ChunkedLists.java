package org.annotomy.segmentation.volume;

import java.util.Arrays;

/** Many lists of numbers that grow at their ends, in one array: chunk after chunk, given back when a list is taken. */
public final class ChunkedLists {

	private static final int CHUNK = 16;
	private static final int NONE = -1;

	/** Chunks: the numbers, and last the start of the next chunk of the list. */
	private int[] pool = new int[1 << 16];
	private int used;
	private int free = NONE;
	private final int[] starts;
	private final int[] ends;
	private final int[] counts;

	public ChunkedLists(int lists) {
		starts = new int[lists];
		ends = new int[lists];
		counts = new int[lists];
	}

	public void add(int list, int number) {
		int in = counts[list] % (CHUNK - 1);
		if (in == 0) {
			int chunk = newChunk();
			if (counts[list] == 0)
				starts[list] = chunk;
			else
				pool[ends[list]] = chunk;
			ends[list] = chunk;
			pool[chunk] = number;
		} else {
			pool[ends[list]] = number;
		}
		ends[list]++;
		counts[list]++;
	}

	/** The first list from {@code from} on that holds a number; -1 if none does. */
	public int firstFrom(int from) {
		for (int list = from; list < counts.length; list++)
			if (counts[list] > 0) return list;
		return NONE;
	}

	/** The numbers of a list in the order they came; it is empty then. */
	public int[] take(int list) {
		int[] all = new int[counts[list]];
		int chunk = starts[list];
		for (int i = 0; i < all.length;) {
			int n = Math.min(CHUNK - 1, all.length - i);
			System.arraycopy(pool, chunk, all, i, n);
			i += n;
			int next = pool[chunk + CHUNK - 1];
			pool[chunk + CHUNK - 1] = free;
			free = chunk;
			chunk = next;
		}
		counts[list] = 0;
		return all;
	}

	private int newChunk() {
		if (free != NONE) {
			int chunk = free;
			free = pool[chunk + CHUNK - 1];
			return chunk;
		}
		if (used + CHUNK > pool.length) pool = Arrays.copyOf(pool, Math.addExact(pool.length, pool.length / 2));
		used += CHUNK;
		return used - CHUNK;
	}
}
