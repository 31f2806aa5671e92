package org.annotomy.ui;

import static org.junit.Assert.assertTrue;

import org.junit.ClassRule;
import org.junit.Test;

/** A user who corrects a registration by hand. */
public class AdjustTest {

	@ClassRule
	public static final Played PLAY = new Played(AdjustSession.class);

	@Test
	public void theImageFollowsAndWhatIsSavedIsRecorded() {
		PLAY.assertSeen("1", "over");
		PLAY.assertSeen("Position[x=2.0, y=0.0, z=0.0]", "shifted");
		PLAY.assertSeen("Not saved yet.", "state");
		assertTrue(PLAY.text("saved"), PLAY.text("saved").startsWith("rigid: turned by 1.00°"));
		assertTrue(PLAY.text("recorded"), PLAY.text("recorded").endsWith("run(\"Adjust Registration...\","
				+ " \"shift_x_mm=2 shift_y_mm=0 shift_z_mm=1 turn_x_degrees=-1 turn_y_degrees=0 turn_z_degrees=0 moving=moving\");"));
		PLAY.assertSeen("-1.0", "on top");
		PLAY.assertSeen("true", "reset");
		PLAY.assertSeen("false", "left over");
		PLAY.assertSeen("0", "windows");
	}
}
