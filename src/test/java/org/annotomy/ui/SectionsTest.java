package org.annotomy.ui;

import org.junit.ClassRule;
import org.junit.Test;

/** A user at two serial sections on slides. */
public class SectionsTest {

	@ClassRule
	public static final Played PLAY = new Played(SectionsSession.class);

	@Test
	public void theirStainsFindTheLayout() {
		PLAY.assertSeen("he-ihc", "layout");
		PLAY.assertSeen("true", "side by side");
	}

	@Test
	public void pointsOnBothRegisterThemAndTheViewsFollow() {
		PLAY.assertSeen("true", "error under a pixel");
		PLAY.assertSeen("352", "turned");
		PLAY.assertSeen("true", "as large");
	}

	@Test
	public void theCheckIsDrawnInTheWindow() {
		PLAY.assertSeen("registration check", "lies over");
		PLAY.assertSeen("false", "left over");
	}

	@Test
	public void theyAreAdjustedByHand() {
		PLAY.assertSeen("0.020", "moved by hand");
		PLAY.assertSeen("checkerboard", "checked as before");
		PLAY.assertSeen("false", "left after stopping");
	}
}
