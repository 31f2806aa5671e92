package org.annotomy.assist.microarray;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows and columns of a microarray.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param diameter of a core in pixels of level 0
 */
public record ArrayGrid(int rows, int columns, double diameter) {

	/** @throws IllegalArgumentException if there are none, or cores have no size; in words for the user */
	public ArrayGrid {
		if (rows < 1 || columns < 1 || !(diameter > 0))
			throw new IllegalArgumentException(
					"A microarray has at least one row and column, and cores with a diameter above 0.");
	}

	/** Where cores are if the array is regular, row by row. A single row or column lies in the middle. */
	public List<Core> between(ArrayCorners corners) {
		List<Core> cores = new ArrayList<>();
		for (int row = 0; row < rows; row++)
			for (int column = 0; column < columns; column++)
				cores.add(new Core(row, column, corners.at(part(column, columns), part(row, rows)), false));
		return cores;
	}

	private static double part(int i, int count) {
		return count == 1 ? 0.5 : i / (count - 1.0);
	}
}
