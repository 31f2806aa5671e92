package org.annotomy.ui;

import static org.junit.Assert.assertNull;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Counting by the protocol in the window: by mouse, class keys and the keys of fields, while the panel follows. */
public class CountDeskTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen seen;

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		seen = Seen.by(CountSession.class, ChildJvm.onDisplay(), root, root.toString());
		assertNull(seen.text("broken"), seen.text("broken"));
	}

	@Test
	public void fieldsLeadThroughTenHighPowerFields() {
		seen.assertSeen("true", "tab of tissue-slide");
		seen.assertSeen("No fields are laid out: all areas of the class count.", "before");
		seen.assertSeen("Field 1 of 10  ·  0 of 10 finished", "first field");
		seen.assertSeen("Field 4 of 10  ·  3 of 10 finished", "field in view");
		seen.assertSeen("Field 10 of 10, finished  ·  10 of 10 finished", "last field");
		seen.assertSeen("Field 9 of 10, finished  ·  10 of 10 finished", "one back");
	}

	@Test
	public void thePanelFollowsTheCount() {
		seen.assertSeen("Still to be inspected: 1.66 mm².", "missing");
		seen.assertSeen("true", "marked and counted");
		seen.assertSeen("true", "result");
		seen.assertSeen("true", "bar");
	}

	@Test
	public void cellsAreMarkedWhereTheyAreClicked() {
		seen.assertSeen("1", "at 40x");
		seen.assertSeen("true", "where it was clicked");
		seen.assertSeen("0", "taken back");
	}

	@Test
	public void outsideOfAllFieldsNothingCounts() {
		seen.assertSeen("No field in view  ·  10 of 10 finished", "no field here");
	}

	@Test
	public void scoresAndHotSpotsFollowToo() {
		seen.assertSeen("75.0 % (95 %: 40.9 to 92.9)", "score");
		seen.assertSeen("Still to be counted: 92.", "needed");
		seen.assertSeen("true", "hot spot");
	}
}
