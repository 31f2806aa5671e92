package org.annotomy.ui;

import static org.junit.Assert.assertEquals;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.annotomy.testing.OutsideTool;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Dropping with the mouse, from a program of its own, through the display server. */
public class RealDragTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void aFileDraggedFromAnotherProgramOpensWithItsAnnotations() throws Exception {
		for (String tool : new String[]{"openbox", "xdotool"})
			SharedData.need(OutsideTool.isInstalled(tool), tool);
		Seen seen = Seen.by(RealDragSession.class, ChildJvm.onDisplay(), folder.getRoot().toPath(),
				folder.getRoot().getPath());
		assertEquals("copied", seen.text("source"));
		assertEquals("CT #7", seen.text("opened"));
	}
}
