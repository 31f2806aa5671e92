package org.annotomy.ui;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Where one can type when the program asks. */
public class QuestionFocusTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void aUserIsAskedForWithTheCursorInTheField() throws Exception {
		Path root = folder.getRoot().toPath();
		Seen.by(QuestionFocusSession.class, ChildJvm.onDisplay(), root, "").assertSeen("user", "cursor");
	}
}
