package org.annotomy.ui;

import org.junit.ClassRule;
import org.junit.Test;

/** A user at groups of images. */
public class GroupsTest {

	@ClassRule
	public static final Played PLAY = new Played(GroupsSession.class);

	@Test
	public void mammogramsHangAsReadersExpect() {
		PLAY.assertSeen("true", "right is left");
		PLAY.assertSeen("true", "views in rows");
		PLAY.assertSeen("true", "chest walls meet");
		PLAY.assertSeen("true", "on screen");
		PLAY.assertSeen("1", "same scale");
		PLAY.assertSeen("0", "left in the group");
	}

	@Test
	public void petAndCtAreShownAtOneScale() {
		PLAY.assertSeen("6", "windows");
		PLAY.assertSeen("2", "fused");
		PLAY.assertSeen("true", "a millimetre is as large");
	}

	@Test
	public void theStripTellsTheStageAndSwitches() {
		PLAY.assertSeen("PET and CT: CT, PET, fused (1 of 4)", "stage told");
		PLAY.assertSeen("true", "zoomed together");
		PLAY.assertSeen("false", "switched");
		PLAY.assertSeen("PET and CT: CT and PET (2 of 4)", "next stage");
	}

	@Test
	public void thePointerWithShiftMovesAllViews() {
		PLAY.assertSeen("10 7 4", "pointer in PET");
	}

	@Test
	public void thePanelCopiesWithALinkAndOneUndoTakesItBack() {
		PLAY.assertSeen("still to find", "to find");
		PLAY.assertSeen("2", "linked");
		PLAY.assertSeen("1", "undone");
	}

	@Test
	public void aGroupIsOpenedAgainAsItWas() {
		PLAY.assertSeen("true", "windows as before");
		PLAY.assertSeen("pet-ct 0", "layout as before");
	}

	@Test
	public void keysStepThroughStages() {
		PLAY.assertSeen("true", "stages");
	}
}
