package org.annotomy.imagej.lab;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;

/** Squares and circles in rows and columns. */
final class GridShapes {

	private static final int LETTERS = 26;

	private GridShapes() {}

	/** A core of a tissue microarray. */
	record Core(String name, Shape shape) {}

	/** Whole squares from the upper left corner of a region; those that would reach beyond it are left out, but there is at least one. */
	static List<Shape> squares(Box region, double side, int most) {
		long columns = Math.max(1, (long) (region.width() / side + 1e-9));
		long rows = Math.max(1, (long) (region.height() / side + 1e-9));
		requireCount(rows * columns, most);
		List<Shape> squares = new ArrayList<>();
		for (long row = 0; row < rows; row++)
			for (long column = 0; column < columns; column++)
				squares.add(new RectangleShape(new Box(region.x() + column * side, region.y() + row * side, side, side), 0));
		return squares;
	}

	/** Circles whose outer middles are the corners of a region; rows are lettered, columns numbered. */
	static List<Core> cores(Box region, int rows, int columns, double diameter, int most) {
		if (rows < 1 || columns < 1 || !(diameter > 0))
			throw new IllegalArgumentException(
					"A microarray has at least one row and column, and cores with a diameter above 0.");
		requireCount((long) rows * columns, most);
		List<Core> cores = new ArrayList<>();
		for (int row = 0; row < rows; row++)
			for (int column = 0; column < columns; column++) {
				double x = region.x() + (columns == 1 ? region.width() / 2 : region.width() * column / (columns - 1));
				double y = region.y() + (rows == 1 ? region.height() / 2 : region.height() * row / (rows - 1));
				Box around = new Box(x - diameter / 2, y - diameter / 2, diameter, diameter);
				cores.add(new Core(letters(row) + "-" + (column + 1), EllipseShape.inside(around)));
			}
		return cores;
	}

	/** A to Z, then AA, AB … */
	private static String letters(int row) {
		String last = String.valueOf((char) ('A' + row % LETTERS));
		return row < LETTERS ? last : letters(row / LETTERS - 1) + last;
	}

	private static void requireCount(long count, int most) {
		if (count > most)
			throw new IllegalArgumentException(
					"That would be " + count + " objects, more than " + most + ". Choose larger ones.");
	}
}
