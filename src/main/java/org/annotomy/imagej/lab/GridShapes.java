package org.annotomy.imagej.lab;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;

/** Squares in rows and columns. */
final class GridShapes {

	private GridShapes() {}

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

	/** @throws IllegalArgumentException if those are more objects than can be handled; in words for the user */
	static void requireCount(long count, int most) {
		if (count > most)
			throw new IllegalArgumentException(
					"That would be " + count + " objects, more than " + most + ". Choose larger ones.");
	}
}
