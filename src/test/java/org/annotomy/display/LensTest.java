package org.annotomy.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.junit.Test;

public class LensTest {

	@Test
	public void theLensLiesAroundTheCursor() {
		ViewState view = new ViewState(2, new Box(100, 50, 400, 300));
		Lens lens = Lens.at(new Point(400, 300), view, 4, 200, 800, 600);
		assertEquals(new Box(300, 200, 200, 200), lens.placement());
		assertEquals(new Box(287.5, 187.5, 25, 25), lens.source());
	}

	@Test
	public void thePixelUnderTheCursorStaysThere() {
		long seed = 9;
		Random random = new Random(seed);
		for (int round = 0; round < 300; round++) {
			ViewState view = new ViewState(0.05 + 8 * random.nextDouble(),
					new Box(random.nextInt(900), random.nextInt(900), 100, 100));
			Point cursor = new Point(random.nextInt(640), random.nextInt(480));
			double factor = random.nextBoolean() ? 2 : 4;
			Lens lens = Lens.at(cursor, view, factor, 1 + random.nextInt(700), 640, 480);
			Box place = lens.placement();
			assertTrue("seed " + seed, place.x() >= 0 && place.y() >= 0 && place.maxX() <= 640 && place.maxY() <= 480);
			assertEquals(view.toImage(cursor).x(), lens.toImage(cursor).x(), 1e-6);
			assertEquals(view.toImage(cursor).y(), lens.toImage(cursor).y(), 1e-6);
			assertEquals(view.magnification() * factor, place.width() / lens.source().width(), 1e-6);
		}
	}

	@Test
	public void aLensThatShrinksIsRefused() {
		ViewState view = new ViewState(1, new Box(0, 0, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> Lens.at(new Point(0, 0), view, 0.5, 100, 10, 10));
		assertThrows(IllegalArgumentException.class, () -> Lens.at(new Point(0, 0), view, 2, 0, 10, 10));
	}
}
