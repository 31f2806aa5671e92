package org.annotomy.imagej.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/**
 * Fields side by side, in the order in which they are counted: row by row, to and fro, so that each lies beside the one before.
 *
 * @param width of a field, in pixels of level 0
 * @param height of a field, likewise
 */
record FieldLayout(double width, double height) {

	private static final int MOST_PLACES = 100_000;
	private static final double ROUNDING = 1e-9;

	/** @throws IllegalArgumentException if a side is not above 0 */
	FieldLayout {
		if (!(width > 0 && height > 0)) throw new IllegalArgumentException("Counting fields need an area above 0.");
	}

	/** A box around a place that has room for so many fields in a compact block. */
	Box around(Point middle, int count) {
		int side = (int) Math.ceil(Math.sqrt(count)) + 1;
		return new Box(middle.x() - side * width / 2, middle.y() - side * height / 2, side * width, side * height);
	}

	/**
	 * Fields within a box, as a block in its middle; there is room for at least one.
	 *
	 * @param wanted whether there may be a field around this middle
	 * @param most if there is room for more, those nearest to the middle of the box are taken
	 * @throws IllegalArgumentException if there is room for more than can be handled; in words for the user
	 */
	List<Box> in(Box box, Predicate<Point> wanted, int most) {
		long columns = Math.max(1, (long) (box.width() / width + ROUNDING));
		long rows = Math.max(1, (long) (box.height() / height + ROUNDING));
		if (columns * rows > MOST_PLACES)
			throw new IllegalArgumentException("There is room for " + columns * rows + " fields, more than " + MOST_PLACES
					+ ". Choose larger ones, or a smaller part of the slide.");
		List<Box> fields = new ArrayList<>();
		double left = box.centre().x() - columns * width / 2;
		double top = box.centre().y() - rows * height / 2;
		for (int row = 0; row < rows; row++)
			for (int step = 0; step < columns; step++) {
				long column = row % 2 == 0 ? step : columns - 1 - step;
				Box field = new Box(left + column * width, top + row * height, width, height);
				if (wanted.test(field.centre())) fields.add(field);
			}
		return fields.size() <= most ? fields : nearest(fields, box.centre(), most);
	}

	private static List<Box> nearest(List<Box> fields, Point middle, int most) {
		Comparator<Box> byDistance = Comparator.comparingDouble(field -> field.centre().distanceTo(middle));
		Set<Box> taken = new HashSet<>(fields.stream().sorted(byDistance).limit(most).toList());
		return fields.stream().filter(taken::contains).toList();
	}
}
