package org.annotomy.imagej.lab;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.junit.Test;

public class FieldLayoutTest {

	private static final FieldLayout LAYOUT = new FieldLayout(100, 50);

	@Test
	public void fieldsLieToAndFroInTheMiddleOfTheBox() {
		List<Box> fields = LAYOUT.in(new Box(1000, 2000, 220, 130), place -> true, 99);
		assertEquals(List.of(new Box(1010, 2015, 100, 50), new Box(1110, 2015, 100, 50), new Box(1110, 2065, 100, 50),
				new Box(1010, 2065, 100, 50)), fields);
		assertEquals("at least one", List.of(new Box(-40, -15, 100, 50)), LAYOUT.in(new Box(0, 0, 20, 20), place -> true, 9));
		assertEquals(List.of(), LAYOUT.in(new Box(0, 0, 20, 20), place -> false, 9));
	}

	@Test
	public void ofMoreThanAreNeededThoseInTheMiddleAreTaken() {
		Point middle = new Point(5000, 4000);
		for (int count = 1; count < 40; count++) {
			List<Box> fields = LAYOUT.in(LAYOUT.around(middle, count), place -> true, count);
			assertEquals(count, new HashSet<>(fields).size());
			double furthest = fields.stream().mapToDouble(f -> f.centre().distanceTo(middle)).max().orElseThrow();
			assertTrue(count + " fields as far as " + furthest, furthest <= 100 * Math.sqrt(count) / 1.2 + 60);
		}
	}

	@Test
	public void tooManyAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> LAYOUT.in(new Box(0, 0, 100_000, 100_000), place -> true, 5));
		assertThrows(IllegalArgumentException.class, () -> new FieldLayout(0, 1));
	}
}
