package org.annotomy.ui;

import static org.junit.Assert.assertNull;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A user at groups of images. */
public class GroupsTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen seen;

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		seen = Seen.by(GroupsSession.class, ChildJvm.onDisplay(), root, root.toString());
		assertNull(seen.text("broken"), seen.text("broken"));
	}

	@Test
	public void mammogramsHangAsReadersExpect() {
		seen.assertSeen("true", "right is left");
		seen.assertSeen("true", "views in rows");
		seen.assertSeen("true", "chest walls meet");
		seen.assertSeen("true", "on screen");
		seen.assertSeen("1", "same scale");
		seen.assertSeen("0", "left in the group");
	}

	@Test
	public void petAndCtAreShownAtOneScale() {
		seen.assertSeen("6", "windows");
		seen.assertSeen("2", "fused");
		seen.assertSeen("true", "a millimetre is as large");
	}

	@Test
	public void theStripTellsTheStageAndSwitches() {
		seen.assertSeen("PET and CT: CT, PET, fused (1 of 4)", "stage told");
		seen.assertSeen("true", "zoomed together");
		seen.assertSeen("false", "switched");
		seen.assertSeen("PET and CT: CT and PET (2 of 4)", "next stage");
	}

	@Test
	public void thePointerWithShiftMovesAllViews() {
		seen.assertSeen("10 7 4", "pointer in PET");
	}

	@Test
	public void thePanelCopiesWithALinkAndOneUndoTakesItBack() {
		seen.assertSeen("still to find", "to find");
		seen.assertSeen("2", "linked");
		seen.assertSeen("1", "undone");
	}

	@Test
	public void aGroupIsOpenedAgainAsItWas() {
		seen.assertSeen("true", "windows as before");
		seen.assertSeen("pet-ct 0", "layout as before");
	}

	@Test
	public void keysStepThroughStages() {
		seen.assertSeen("true", "stages");
	}
}
