package org.annotomy.ui;

import static org.junit.Assert.assertNull;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Views of a slide in its window: recorded, kept when the slide is closed, replayed, mapped; and kept when they cannot be saved. */
public class ViewingDeskTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen seen;

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		seen = Seen.by(ViewingSession.class, ChildJvm.onDisplay(), root, root.toString());
		assertNull(seen.text("broken"), seen.text("broken"));
	}

	private static void assertTrueOf(String... keys) {
		for (String key : keys)
			seen.assertSeen("true", key);
	}

	@Test
	public void restsAreRecordedUntilTheSlideIsClosed() {
		seen.assertSeen("1", "journal while it goes on");
		seen.assertSeen("0", "journal at the end");
		seen.assertSeen("r-7", "rater");
		assertTrueOf("first", "second");
	}

	@Test
	public void theWindowGoesTheSameWayAgain() {
		assertTrueOf("went by the first", "ends at the second");
	}

	@Test
	public void theMapSaysHowLongEachPlaceWasSeen() {
		assertTrueOf("heat at the first", "heat at the second");
		seen.assertSeen("0.0", "fine heat at the second");
	}

	@Test
	public void whatCannotBeSavedWhenTheSlideIsClosedIsTakenInLater() {
		assertTrueOf("labels are closed all the same", "heat of what was kept");
		seen.assertSeen("1", "kept");
		seen.assertSeen("0 1", "taken in");
	}
}
