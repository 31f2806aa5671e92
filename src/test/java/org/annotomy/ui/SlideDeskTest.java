package org.annotomy.ui;

import static org.junit.Assert.assertTrue;

import org.junit.ClassRule;
import org.junit.Test;

/** A pathologist at whole slides of 9.35 and 3 gigapixels, with 512 MB of memory. */
public class SlideDeskTest {

	@ClassRule
	public static final Played PLAY = new Played(SlideSession.class);

	@Test
	public void theViewGoesWhereItIsSent() {
		PLAY.assertTrueOf("fit", "pixel under the middle", "wheel", "overview", "beyond the edge", "hand");
		PLAY.assertSeen("110000 × 85000 pixels · 27.5 × 21.3 mm · 10×", "subtitle");
	}

	@Test
	public void imageJsToolsDrawInFullResolution() {
		PLAY.assertTrueOf("oval", "click inside is quick", "moved", "to selection");
		PLAY.assertSeen("1", "marked");
	}

	@Test
	public void allSelectionToolsDrawWhereTheMouseIs() {
		for (String tool : new String[]{"freehand Freehand", "line Straight Line", "freeline Freeline", "arrow Arrow",
				"ellipse Freehand", "rotrect Freehand", "roundrect Rectangle", "multipoint Point"})
			PLAY.assertSeen(tool.substring(tool.indexOf(' ') + 1), "tool " + tool.substring(0, tool.indexOf(' ')));
		PLAY.assertSeen("2", "points");
	}

	@Test
	public void selectionsKeepTheirCoordinatesInATurnedView() {
		PLAY.assertTrueOf("drawn in a turned view");
	}

	@Test
	public void linkedSlidesMoveTogether() {
		PLAY.assertSeen("31500 22200 1.0", "together");
		PLAY.assertTrueOf("closed one is let go", "told of what is broken");
	}

	@Test
	public void nothingIsLeftAfterClosing() {
		PLAY.assertTrueOf("labels");
		PLAY.assertSeen("true true", "collected");
		assertTrue("buttons that a look and feel may still hold", Integer.parseInt(PLAY.text("remembered")) > 5);
	}
}
