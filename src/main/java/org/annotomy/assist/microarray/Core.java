package org.annotomy.assist.microarray;

import org.annotomy.geometry.Point;

/**
 * A core of a tissue microarray.
 *
 * @param row from 0
 * @param column from 0
 * @param middle in pixels of level 0
 * @param missing whether there is no tissue, as far as was looked for it
 */
public record Core(int row, int column, Point middle, boolean missing) {

	private static final int LETTERS = 26;

	/** Rows are lettered, columns numbered: A-1. */
	public String name() {
		return letters(row) + "-" + (column + 1);
	}

	/** A to Z, then AA, AB … */
	private static String letters(int row) {
		String last = String.valueOf((char) ('A' + row % LETTERS));
		return row < LETTERS ? last : letters(row / LETTERS - 1) + last;
	}

	Core at(Point place, boolean isMissing) {
		return new Core(row, column, place, isMissing);
	}
}
