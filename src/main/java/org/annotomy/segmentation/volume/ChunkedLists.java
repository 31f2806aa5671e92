package org.annotomy.segmentation.volume;

import java.util.Arrays;

/**
 * Many lists of numbers that stand in line: added at the end, taken from the front. They share chunks of memory, which are given back as
 * they are read, so that all of them together need little more than what waits.
 */
public final class ChunkedLists {

	private static final int CHUNK = 16;
	private static final int LINK = CHUNK - 1;
	private static final int PAGE_BITS = 14;
	private static final int IN_PAGE = (1 << PAGE_BITS) - 1;
	private static final int NONE = -1;

	/** Chunks: the numbers, and last the start of the next chunk of the list. Pages of them, so that nothing is copied to make room. */
	private int[][] pages = new int[4][];
	private int used;
	private int free = NONE;
	/** Of each list: where its next number is read and where the next one will be written. */
	private final int[] starts;
	private final int[] ends;
	private final int[] counts;

	public ChunkedLists(int lists) {
		starts = new int[lists];
		ends = new int[lists];
		counts = new int[lists];
	}

	public void add(int list, int number) {
		int end = ends[list];
		if (counts[list]++ == 0) {
			end = newChunk();
			starts[list] = end;
		} else
			if ((end & LINK) == LINK) {
				int chunk = newChunk();
				set(end, chunk);
				end = chunk;
			}
		set(end, number);
		ends[list] = end + 1;
	}

	/** How many numbers wait in a list. */
	public int count(int list) {
		return counts[list];
	}

	/** Takes the number that has waited longest; not from an empty list. */
	public int poll(int list) {
		int start = starts[list];
		if ((start & LINK) == LINK) {
			int next = get(start);
			giveBack(start - LINK);
			start = next;
		}
		starts[list] = start + 1;
		int number = get(start);
		if (--counts[list] == 0) giveBack(start & -CHUNK);
		return number;
	}

	/** The first list from {@code from} on that holds a number; -1 if none does. */
	public int firstFrom(int from) {
		for (int list = from; list < counts.length; list++)
			if (counts[list] > 0) return list;
		return NONE;
	}

	private int get(int at) {
		return pages[at >> PAGE_BITS][at & IN_PAGE];
	}

	private void set(int at, int number) {
		pages[at >> PAGE_BITS][at & IN_PAGE] = number;
	}

	private void giveBack(int chunk) {
		set(chunk + LINK, free);
		free = chunk;
	}

	private int newChunk() {
		if (free != NONE) {
			int chunk = free;
			free = get(chunk + LINK);
			return chunk;
		}
		int page = used >> PAGE_BITS;
		if (page == pages.length) pages = Arrays.copyOf(pages, 2 * page);
		if (pages[page] == null) pages[page] = new int[1 << PAGE_BITS];
		used = Math.addExact(used, CHUNK);
		return used - CHUNK;
	}
}
