package org.annotomy.geometry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Turns as they are defined: clockwise first, then left to right. */
public class QuarterTurnTest {

	/** A quarter clockwise brings the lower left corner to the upper left. */
	private static Point quarterBack(Point seen) {
		return new Point(seen.y(), 1 - seen.x());
	}

	@Test
	public void aTurnIsSoManyQuartersAndThenAMirror() {
		for (int quarters = -4; quarters < 8; quarters++)
			for (boolean mirrored : new boolean[]{false, true}) {
				QuarterTurn turn = new QuarterTurn(90 * quarters, mirrored);
				Point seen = new Point(0.25, 0.125);
				Point before = mirrored ? new Point(1 - seen.x(), seen.y()) : seen;
				for (int k = 0; k < Math.floorMod(quarters, 4); k++)
					before = quarterBack(before);
				assertEquals(turn.words(), before, turn.before(seen));
			}
	}

	@Test
	public void wordsAndRefusals() {
		assertEquals("turned by 270° and mirrored", new QuarterTurn(-90, true).words());
		assertEquals("mirrored", QuarterTurn.MIRROR.words());
		assertTrue(new QuarterTurn(360, false).isNone());
		assertEquals("A picture is turned by quarters, not by 45°.",
				assertThrows(IllegalArgumentException.class, () -> new QuarterTurn(45, false)).getMessage());
	}
}
