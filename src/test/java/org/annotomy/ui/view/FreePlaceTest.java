package org.annotomy.ui.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import java.util.NoSuchElementException;

import org.junit.Test;

/** Where a window hides least. */
public class FreePlaceTest {

	private static final Rectangle SCREEN = new Rectangle(10, 20, 1000, 800);
	private static final Dimension WINDOW = new Dimension(300, 200);

	@Test
	public void takesTheFirstWishThatHidesNothing() {
		FreePlace place = new FreePlace(SCREEN, List.of(new Rectangle(10, 20, 400, 400)), List.of());
		assertEquals(new Point(410, 20), place.of(WINDOW, List.of(new Point(100, 100), new Point(410, 20), new Point(600, 20))));
	}

	@Test
	public void keepsTheWindowOnTheScreen() {
		FreePlace place = new FreePlace(SCREEN, List.of(), List.of());
		assertEquals(new Point(710, 620), place.of(WINDOW, List.of(new Point(5000, 5000))));
		assertEquals(new Point(10, 20), place.of(WINDOW, List.of(new Point(-5000, -5000))));
	}

	@Test
	public void hidesRatherTheOthersThanWhatShouldBeSeen() {
		Rectangle view = new Rectangle(10, 20, 300, 200);
		Rectangle panel = new Rectangle(310, 20, 700, 800);
		FreePlace place = new FreePlace(SCREEN, List.of(view), List.of(panel));
		assertEquals(new Point(500, 300), place.of(WINDOW, List.of(new Point(300, 100), new Point(500, 300))));
	}

	@Test
	public void hidesAsLittleOfTheOthersAsCanBe() {
		FreePlace place = new FreePlace(SCREEN, List.of(), List.of(new Rectangle(310, 20, 700, 800)));
		assertEquals(new Point(100, 100), place.of(WINDOW, List.of(new Point(500, 300), new Point(100, 100))));
	}

	@Test
	public void needsAWish() {
		assertThrows(NoSuchElementException.class, () -> new FreePlace(SCREEN, List.of(), List.of()).of(WINDOW, List.of()));
	}
}
