package org.annotomy.ui;

import org.junit.ClassRule;
import org.junit.Test;

/** A user at the orthogonal views of a volume and at its segments in 3D. */
public class ViewsTest {

	@ClassRule
	public static final Played PLAY = new Played(ViewsSession.class);

	private static void assertSeen(String expected, String key) {
		PLAY.assertSeen(expected, key);
	}

	@Test
	public void theViewsOpenBesideTheImageAndThePanelKeepsItsSession() {
		assertSeen("[Axial, Coronal, Sagittal]", "titles");
		assertSeen("true", "on screen");
		assertSeen("true", "panel keeps the session");
	}

	@Test
	public void theCrosshairToolMovesAllViews() {
		assertSeen("Position[x=70.0, y=50.0, z=12.0] slices 12 70", "clicked");
		assertSeen("Position[x=70.0, y=33.0, z=25.0] slices 25 33", "dragged");
		assertSeen("Position[x=60.0, y=50.0, z=25.0]", "moved with Shift");
		assertSeen("false", "x");
		assertSeen("true", "x again");
	}

	@Test
	public void scrollingAndWindowsAndZoomAreLinked() {
		assertSeen("true", "scrolled");
		assertSeen("true", "linked");
	}

	@Test
	public void whatIsPaintedInAnotherViewIsSeenInAll() {
		assertSeen("y 80, slices 1, z 3 to 7, about 21 columns: true", "painted in the coronal view");
		for (String axis : new String[]{"X", "Y", "Z"})
			assertSeen("true", "seen across " + axis);
		assertSeen("true", "undone in the view");
	}

	/** The ball's front, seen from the patient's front, is its voxel farthest to the front. */
	@Test
	public void aClickOnASurfaceMovesTheCrosshairThere() {
		assertSeen("Position[x=60.0, y=30.0, z=18.0]", "picked");
		assertSeen("true", "turned");
	}

	@Test
	public void allWindowsCloseWithTheSession() {
		assertSeen("0", "windows left");
	}
}
