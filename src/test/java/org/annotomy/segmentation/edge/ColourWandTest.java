package org.annotomy.segmentation.edge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.junit.Test;

public class ColourWandTest {

	private static final int SIDE = 149;

	/** A disc of one colour on another, both noisy; equal in grey, so that only the colour tells them apart. */
	private static int[] disc(double radius, int noise) {
		Random random = new Random(4);
		int[] rgb = new int[SIDE * SIDE];
		for (int i = 0; i < rgb.length; i++) {
			boolean inside = Math.hypot(i % SIDE - SIDE / 2, i / SIDE - SIDE / 2) <= radius;
			int r = (inside ? 200 : 120) + (noise == 0 ? 0 : random.nextInt(noise));
			int b = (inside ? 120 : 200) + (noise == 0 ? 0 : random.nextInt(noise));
			rgb[i] = r << 16 | 150 << 8 | b;
		}
		return rgb;
	}

	@Test
	public void aDiscOfAnotherColourIsFoundInNoise() {
		PolygonShape outline = new ColourWand(4, 2).outline(disc(40, 40), SIDE).orElseThrow();
		double area = ShapeGeometry.area(outline, 0.1).getArea();
		assertEquals(Math.PI * 40 * 40, area, 0.15 * Math.PI * 40 * 40);
		assertTrue("one part without holes", outline.isSimple());
	}

	@Test
	public void exactlyTheSameColourIsTakenWithoutSmoothing() {
		int[] rgb = disc(30, 0);
		int same = 0;
		for (int colour : rgb)
			if (colour == rgb[SIDE / 2 * SIDE + SIDE / 2]) same++;
		PolygonShape outline = new ColourWand(0, Double.POSITIVE_INFINITY).outline(rgb, SIDE).orElseThrow();
		assertEquals(same, ShapeGeometry.area(outline, 0.1).getArea(), 1e-9);
	}

	@Test
	public void lessSensitiveTakesMoreUpToTheCircle() {
		double last = 0;
		for (double sensitivity : new double[]{8, 2, 0.5, 0.01}) {
			double area = ShapeGeometry.area(new ColourWand(4, sensitivity).outline(disc(40, 40), SIDE).orElseThrow(), 0.1)
					.getArea();
			assertTrue(area >= last);
			last = area;
		}
		assertEquals(Math.PI * SIDE * SIDE / 4, last, 0.02 * last);
	}

	@Test
	public void nonsenseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new ColourWand(-1, 2));
		assertThrows(IllegalArgumentException.class, () -> new ColourWand(4, 0));
		assertTrue(new ColourWand(4, 2).outline(new int[0], 0).isEmpty());
		assertEquals(1, ShapeGeometry.area(new ColourWand(4, 2).outline(new int[]{5}, 1).orElseThrow(), 0.1).getArea(), 1e-9);
	}
}
