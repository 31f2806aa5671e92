package org.annotomy.ui.view;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where a window that comes up hides least of what has to be seen.
 *
 * @param screen where windows may lie, in pixels of the screen
 * @param seen what should stay in sight before all else, such as views of the image
 * @param others what may rather be hidden
 */
public record FreePlace(Rectangle screen, List<Rectangle> seen, List<Rectangle> others) {

	/**
	 * @param wishes upper left corners, the dearest first, at least one; those at which the window would leave the screen are moved into it
	 * @return the corner at which the window hides least of what should be seen, then of the others; of equal ones the dearest
	 * @throws java.util.NoSuchElementException if there is no wish
	 */
	public Point of(Dimension window, List<Point> wishes) {
		return wishes.stream().map(wish -> onScreen(new Rectangle(wish, window)))
				.min(Comparator.comparingLong((Rectangle place) -> hidden(place, seen))
						.thenComparingLong(place -> hidden(place, others)))
				.orElseThrow().getLocation();
	}

	private Rectangle onScreen(Rectangle window) {
		int x = Math.max(screen.x, Math.min(window.x, screen.x + screen.width - window.width));
		int y = Math.max(screen.y, Math.min(window.y, screen.y + screen.height - window.height));
		return new Rectangle(x, y, window.width, window.height);
	}

	private static long hidden(Rectangle place, List<Rectangle> windows) {
		return windows.stream().map(place::intersection).filter(common -> !common.isEmpty())
				.mapToLong(common -> (long) common.width * common.height).sum();
	}
}
