package org.annotomy.ui;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The slides of a file with several. */
public class FileImagesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void theBarOpensTheOthersOnce() throws Exception {
		Path root = folder.getRoot().toPath();
		Seen seen = Seen.by(FileImagesSession.class, ChildJvm.onDisplay(), root, root.toString());
		seen.assertSeen("40", "size");
		seen.assertSeen("2", "windows");
		seen.assertSeen("null", "status");
	}
}
