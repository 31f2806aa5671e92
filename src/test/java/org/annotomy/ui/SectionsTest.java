package org.annotomy.ui;

import static org.junit.Assert.assertNull;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A user at two serial sections on slides. */
public class SectionsTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen seen;

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		seen = Seen.by(SectionsSession.class, ChildJvm.onDisplay(), root, root.toString());
		assertNull(seen.text("broken"), seen.text("broken"));
	}

	@Test
	public void theirStainsFindTheLayout() {
		seen.assertSeen("he-ihc", "layout");
		seen.assertSeen("true", "side by side");
	}

	@Test
	public void pointsOnBothRegisterThemAndTheViewsFollow() {
		seen.assertSeen("true", "error under a pixel");
		seen.assertSeen("352", "turned");
		seen.assertSeen("true", "as large");
	}

	@Test
	public void theCheckIsDrawnInTheWindow() {
		seen.assertSeen("registration check", "lies over");
		seen.assertSeen("false", "left over");
	}

	@Test
	public void theyAreAdjustedByHand() {
		seen.assertSeen("0.020", "moved by hand");
		seen.assertSeen("checkerboard", "checked as before");
		seen.assertSeen("false", "left after stopping");
	}
}
