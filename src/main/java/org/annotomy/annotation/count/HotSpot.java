package org.annotomy.annotation.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/**
 * Where most counted marks are: the circle of a given size around one of them that holds the most; of equal ones that with the fewest others.
 * Centres between marks are not tried.
 *
 * @param counted in the circle
 * @param total in the circle, the counted ones included
 */
record HotSpot(Point centre, double radius, int counted, int total) {

	/** Marks by square cells as wide as the circle's radius. */
	private static final class Cells {

		private final double side;
		private final Map<Long, List<Point>> cells = new HashMap<>();

		Cells(List<Point> places, double side) {
			this.side = side;
			for (Point place : places)
				cells.computeIfAbsent(key(cell(place.x()), cell(place.y())), k -> new ArrayList<>()).add(place);
		}

		private long cell(double x) {
			return (long) Math.floor(x / side);
		}

		private static long key(long column, long row) {
			return column << 32 ^ row & 0xFFFFFFFFL;
		}

		int within(Point centre, double radius) {
			int count = 0;
			for (long row = cell(centre.y()) - 1; row <= cell(centre.y()) + 1; row++)
				for (long column = cell(centre.x()) - 1; column <= cell(centre.x()) + 1; column++)
					for (Point place : cells.getOrDefault(key(column, row), List.of()))
						if (Math.hypot(place.x() - centre.x(), place.y() - centre.y()) <= radius) count++;
			return count;
		}
	}

	/** @param radius in the unit of the places @return empty if nothing is counted */
	static Optional<HotSpot> find(List<Point> counted, List<Point> others, double radius) {
		Cells inside = new Cells(counted, radius);
		Cells beside = new Cells(others, radius);
		HotSpot best = null;
		for (Point centre : counted) {
			int here = inside.within(centre, radius);
			if (best != null && here < best.counted) continue;
			int total = here + beside.within(centre, radius);
			if (best == null || here > best.counted || total < best.total) best = new HotSpot(centre, radius, here, total);
		}
		return Optional.ofNullable(best);
	}

	Box box(double unitsPerPixelX, double unitsPerPixelY) {
		return new Box((centre.x() - radius) / unitsPerPixelX, (centre.y() - radius) / unitsPerPixelY,
				2 * radius / unitsPerPixelX,
				2 * radius / unitsPerPixelY);
	}
}
