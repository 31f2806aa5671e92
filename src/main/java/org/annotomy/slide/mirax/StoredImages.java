package org.annotomy.slide.mirax;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** Where the pictures of a level are stored, by their first cell in the grid. */
final class StoredImages {

	private static final int MOST = 1 << 23;

	private int[] cells = new int[64];
	private int[] offsets = new int[64];
	private int[] lengths = new int[64];
	private int[] files = new int[64];
	private int count;

	/** @throws ImageFormatException if there are more than can be */
	void add(int cell, int offset, int length, int file) throws ImageFormatException {
		if (count == MOST) throw new ImageFormatException("The slide's index names more than " + MOST + " pictures of a level.");
		if (count == cells.length) {
			cells = Arrays.copyOf(cells, 2 * count);
			offsets = Arrays.copyOf(offsets, 2 * count);
			lengths = Arrays.copyOf(lengths, 2 * count);
			files = Arrays.copyOf(files, 2 * count);
		}
		cells[count] = cell;
		offsets[count] = offset;
		lengths[count] = length;
		files[count++] = file;
	}

	/** The same in the order of the cells; of several pictures of a cell the last one. */
	StoredImages sorted() throws ImageFormatException {
		long[] keys = new long[count];
		for (int i = 0; i < count; i++)
			keys[i] = (long) cells[i] << 32 | i;
		Arrays.sort(keys);
		StoredImages sorted = new StoredImages();
		for (int k = 0; k < count; k++) {
			if (k + 1 < count && keys[k] >> 32 == keys[k + 1] >> 32) continue;
			int i = (int) keys[k];
			sorted.add(cells[i], offsets[i], lengths[i], files[i]);
		}
		return sorted;
	}

	int count() {
		return count;
	}

	int cell(int image) {
		return cells[image];
	}

	/** Where a picture is. */
	StoredItem item(int image) {
		return new StoredItem(files[image], offsets[image], lengths[image]);
	}
}
