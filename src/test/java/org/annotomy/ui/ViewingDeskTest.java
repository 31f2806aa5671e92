package org.annotomy.ui;

import org.junit.ClassRule;
import org.junit.Test;

/** Views of a slide in its window: recorded, kept when the slide is closed, replayed, mapped; and kept when they cannot be saved. */
public class ViewingDeskTest {

	@ClassRule
	public static final Played PLAY = new Played(ViewingSession.class);

	@Test
	public void restsAreRecordedUntilTheSlideIsClosed() {
		PLAY.assertSeen("1", "journal while it goes on");
		PLAY.assertSeen("0", "journal at the end");
		PLAY.assertSeen("r-7", "rater");
		PLAY.assertTrueOf("first", "second");
	}

	@Test
	public void theWindowGoesTheSameWayAgain() {
		PLAY.assertTrueOf("went by the first", "ends at the second");
	}

	@Test
	public void theMapSaysHowLongEachPlaceWasSeen() {
		PLAY.assertTrueOf("heat at the first", "heat at the second");
		PLAY.assertSeen("0.0", "fine heat at the second");
	}

	@Test
	public void whatCannotBeSavedWhenTheSlideIsClosedIsTakenInLater() {
		PLAY.assertTrueOf("labels are closed all the same", "heat of what was kept");
		PLAY.assertSeen("1", "kept");
		PLAY.assertSeen("0 1", "taken in");
	}
}
