package org.annotomy.ui;

import org.junit.ClassRule;
import org.junit.Test;

/** Counting by the protocol in the window: by mouse, class keys and the keys of fields, while the panel follows. */
public class CountDeskTest {

	@ClassRule
	public static final Played PLAY = new Played(CountSession.class);

	@Test
	public void fieldsLeadThroughTenHighPowerFields() {
		PLAY.assertSeen("true", "tab of tissue-slide");
		PLAY.assertSeen("No fields are laid out: all areas of the class count.", "before");
		PLAY.assertSeen("Field 1 of 10  ·  0 of 10 finished", "first field");
		PLAY.assertSeen("Field 4 of 10  ·  3 of 10 finished", "field in view");
		PLAY.assertSeen("Field 10 of 10, finished  ·  10 of 10 finished", "last field");
		PLAY.assertSeen("Field 9 of 10, finished  ·  10 of 10 finished", "one back");
	}

	@Test
	public void thePanelFollowsTheCount() {
		PLAY.assertSeen("Still to be inspected: 1.66 mm².", "missing");
		PLAY.assertSeen("true", "marked and counted");
		PLAY.assertSeen("true", "result");
		PLAY.assertSeen("true", "bar");
	}

	@Test
	public void cellsAreMarkedWhereTheyAreClicked() {
		PLAY.assertSeen("1", "at 40x");
		PLAY.assertSeen("true", "where it was clicked");
		PLAY.assertSeen("0", "taken back");
	}

	@Test
	public void outsideOfAllFieldsNothingCounts() {
		PLAY.assertSeen("No field in view  ·  10 of 10 finished", "no field here");
	}

	@Test
	public void scoresAndHotSpotsFollowToo() {
		PLAY.assertSeen("75.0 % (95 %: 40.9 to 92.9)", "score");
		PLAY.assertSeen("Still to be counted: 92.", "needed");
		PLAY.assertSeen("true", "hot spot");
	}
}
