package org.annotomy.annotation.count;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Where most counted marks are: the circle of a given size around one of them that holds the most; of equal ones that with the fewest others.
 * Centres between marks are not tried.
 *
 * @param counted in the circle
 * @param total in the circle, the counted ones included
 */
record HotSpot(Point centre, double radius, int counted, int total) {

	private static final int CENTRES_AT_ONCE = 512;

	/**
	 * @param radius in the unit of the places
	 * @return empty if nothing is counted
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	static Optional<HotSpot> find(List<Point> counted, List<Point> others, double radius, Progress progress) {
		NearbyPlaces inside = new NearbyPlaces(counted, radius);
		NearbyPlaces beside = new NearbyPlaces(others, radius);
		HotSpot[] best = new HotSpot[(counted.size() + CENTRES_AT_ONCE - 1) / CENTRES_AT_ONCE];
		Workers.forEach(best.length, progress, "Looking for the hot spot", i -> {
			int from = i * CENTRES_AT_ONCE;
			for (Point centre : counted.subList(from, Math.min(counted.size(), from + CENTRES_AT_ONCE)))
				best[i] = better(best[i], centre, inside, beside);
		});
		return Arrays.stream(best).reduce((one, next) -> next.beats(one) ? next : one);
	}

	private static HotSpot better(HotSpot best, Point centre, NearbyPlaces inside, NearbyPlaces beside) {
		int here = inside.around(centre);
		if (best != null && here < best.counted) return best;
		HotSpot spot = new HotSpot(centre, inside.radius(), here, here + beside.around(centre));
		return best == null || spot.beats(best) ? spot : best;
	}

	private boolean beats(HotSpot other) {
		return counted > other.counted || counted == other.counted && total < other.total;
	}

	Box box(double unitsPerPixelX, double unitsPerPixelY) {
		return new Box((centre.x() - radius) / unitsPerPixelX, (centre.y() - radius) / unitsPerPixelY,
				2 * radius / unitsPerPixelX,
				2 * radius / unitsPerPixelY);
	}
}
