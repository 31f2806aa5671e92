package org.annotomy.ui;

import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A user who corrects a registration by hand. */
public class AdjustTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void theImageFollowsAndWhatIsSavedIsRecorded() throws Exception {
		Path root = folder.getRoot().toPath();
		Seen seen = Seen.by(AdjustSession.class, ChildJvm.onDisplay(), root, root.toString());
		assertNull(seen.text("broken"), seen.text("broken"));
		seen.assertSeen("1", "over");
		seen.assertSeen("Position[x=2.0, y=0.0, z=0.0]", "shifted");
		seen.assertSeen("Not saved yet.", "state");
		assertTrue(seen.text("saved"), seen.text("saved").startsWith("rigid: turned by 1.00°"));
		assertTrue(seen.text("recorded"), seen.text("recorded").endsWith("run(\"Adjust Registration...\","
				+ " \"shift_x_mm=2 shift_y_mm=0 shift_z_mm=1 turn_x_degrees=-1 turn_y_degrees=0 turn_z_degrees=0 moving=moving\");"));
		seen.assertSeen("-1.0", "on top");
		seen.assertSeen("true", "reset");
		seen.assertSeen("false", "left over");
		seen.assertSeen("0", "windows");
	}
}
