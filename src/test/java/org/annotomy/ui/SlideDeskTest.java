package org.annotomy.ui;

import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A pathologist at whole slides of 9.35 and 3 gigapixels, with 512 MB of memory. */
public class SlideDeskTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen seen;

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		seen = Seen.by(SlideSession.class, ChildJvm.onDisplay(), root, root.toString());
		assertNull(seen.text("broken"), seen.text("broken"));
	}

	private static void assertTrueOf(String... keys) {
		for (String key : keys)
			seen.assertSeen("true", key);
	}

	@Test
	public void theViewGoesWhereItIsSent() {
		assertTrueOf("fit", "pixel under the middle", "wheel", "overview", "beyond the edge", "hand");
		seen.assertSeen("110000 × 85000 pixels · 27.5 × 21.3 mm · 10×", "subtitle");
	}

	@Test
	public void imageJsToolsDrawInFullResolution() {
		assertTrueOf("oval", "click inside is quick", "moved", "to selection");
		seen.assertSeen("1", "marked");
	}

	@Test
	public void allSelectionToolsDrawWhereTheMouseIs() {
		for (String tool : new String[]{"freehand Freehand", "line Straight Line", "freeline Freeline", "arrow Arrow",
				"ellipse Freehand", "rotrect Freehand", "roundrect Rectangle", "multipoint Point"})
			seen.assertSeen(tool.substring(tool.indexOf(' ') + 1), "tool " + tool.substring(0, tool.indexOf(' ')));
		seen.assertSeen("2", "points");
	}

	@Test
	public void selectionsKeepTheirCoordinatesInATurnedView() {
		assertTrueOf("drawn in a turned view");
	}

	@Test
	public void linkedSlidesMoveTogether() {
		seen.assertSeen("31500 22200 1.0", "together");
		assertTrueOf("closed one is let go");
	}

	@Test
	public void nothingIsLeftAfterClosing() {
		assertTrueOf("labels");
		seen.assertSeen("true true", "collected");
		assertTrue("buttons that a look and feel may still hold", Integer.parseInt(seen.text("remembered")) > 5);
	}
}
