package org.annotomy.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.junit.Test;

public class ZoomPresetsTest {

	private final ZoomPresets zoom = new ZoomPresets(512, 256, 1024, 768);

	@Test
	public void fitShowsTheWholeImage() {
		assertEquals(new ViewState(2, new Box(0, 0, 512, 256)), zoom.fit());
		assertEquals(new ViewState(0.1, new Box(0, 0, 10000, 4000)), new ZoomPresets(10000, 4000, 1000, 900).fit());
	}

	@Test
	public void oneToOneKeepsTheCentre() {
		ViewState view = new ZoomPresets(2000, 2000, 500, 400).factor(1, new Point(700, 900));
		assertEquals(new ViewState(1, new Box(450, 700, 500, 400)), view);
		assertEquals(new Point(250, 200), view.toCanvas(new Point(700, 900)));
	}

	@Test
	public void theViewStaysInTheImage() {
		assertEquals(new Box(0, 64, 256, 192), zoom.factor(4, new Point(3, 300)).source());
		assertEquals(new Box(0, 0, 512, 256), zoom.factor(0.5, new Point(400, 0)).source());
	}

	@Test
	public void anObjectFillsTheCanvas() {
		ViewState view = zoom.toBox(new Box(100, 100, 64, 32));
		assertEquals(16, view.magnification(), 0);
		assertEquals(new Box(100, 92, 64, 48), view.source());
	}

	@Test
	public void marginsAreAddedOnEachSide() {
		assertEquals(8, zoom.toBox(new Box(100, 100, 64, 32), Margin.ofFraction(0.5)).magnification(), 0);
		ViewState view = zoom.toBox(new Box(100, 100, 64, 32), Margin.ofMm(16, 0.5, 1));
		assertEquals(1024.0 / (64 + 2 * 32), view.magnification(), 1e-12);
		assertEquals(new Point(132, 116), view.centre());
	}

	@Test
	public void aPointIsMagnifiedNoMoreThanPixelsCanBeSeen() {
		assertEquals(32, zoom.toBox(new Box(50, 50, 0, 0)).magnification(), 0);
		assertEquals(0.001, zoom.factor(1e-9, new Point(0, 0)).magnification(), 0);
	}

	@Test
	public void everyViewHoldsTheObject() {
		long seed = 77;
		Random random = new Random(seed);
		for (int round = 0; round < 500; round++) {
			ZoomPresets any = new ZoomPresets(1 + random.nextInt(5000), 1 + random.nextInt(5000), 20 + random.nextInt(2000),
					20 + random.nextInt(2000));
			double x = random.nextDouble() * any.imageWidth();
			double y = random.nextDouble() * any.imageHeight();
			Box box = new Box(x, y, random.nextDouble() * (any.imageWidth() - x), random.nextDouble() * (any.imageHeight() - y));
			ViewState view = any.toBox(box, Margin.ofFraction(random.nextDouble()));
			Box source = view.source();
			String where = "seed " + seed + " round " + round;
			assertTrue(where, source.x() >= 0 && source.maxX() <= any.imageWidth() + 1e-6);
			assertTrue(where, source.y() >= 0 && source.maxY() <= any.imageHeight() + 1e-6);
			assertTrue(where, source.width() * view.magnification() <= any.canvasWidth() + 1e-6);
			assertTrue(where, source.x() <= box.x() + 1e-6 && source.maxX() >= box.maxX() - 1e-6);
			assertTrue(where, source.y() <= box.y() + 1e-6 && source.maxY() >= box.maxY() - 1e-6);
			Point back = view.toImage(view.toCanvas(box.centre()));
			assertEquals(where, box.centre().x(), back.x(), 1e-6);
		}
	}

	@Test
	public void nonsenseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new ZoomPresets(0, 1, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> zoom.factor(0, new Point(0, 0)));
		assertEquals("A margin in mm needs an image with a known pixel spacing. Give it as a part of the object instead.",
				assertThrows(IllegalArgumentException.class, () -> Margin.ofMm(5, Double.NaN, 1)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> Margin.ofFraction(-1));
	}
}
