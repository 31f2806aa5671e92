package org.annotomy.ui.desk;

import static org.junit.Assert.assertEquals;

import java.util.Set;

import org.junit.Test;

public class FirstLookTest {

	@Test
	public void smallImagesAreEnlargedByAWholeFactor() {
		assertEquals(4, FirstLook.factor(16, 16));
		assertEquals(4, FirstLook.factor(140, 100));
		assertEquals(2, FirstLook.factor(256, 256));
		assertEquals(2, FirstLook.factor(200, 280));
	}

	@Test
	public void othersStayAsImageJShowsThem() {
		assertEquals(1, FirstLook.factor(281, 100));
		assertEquals(1, FirstLook.factor(512, 512));
		assertEquals(1, FirstLook.factor(20_000, 1));
	}

	@Test
	public void theMiddleSliceIsOneThatIsThere() {
		assertEquals(6, FirstLook.middle(12, Set.of()));
		assertEquals(5, FirstLook.middle(12, Set.of(5, 6)));
		assertEquals(8, FirstLook.middle(12, Set.of(3, 4, 5, 6)));
		assertEquals(1, FirstLook.middle(1, Set.of()));
		assertEquals("all are empty", 1, FirstLook.middle(2, Set.of(0, 1)));
	}
}
