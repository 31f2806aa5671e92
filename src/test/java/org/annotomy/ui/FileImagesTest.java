package org.annotomy.ui;

import org.junit.ClassRule;
import org.junit.Test;

/** The slides of a file with several. */
public class FileImagesTest {

	@ClassRule
	public static final Played PLAY = new Played(FileImagesSession.class);

	@Test
	public void theBarOpensTheOthersOnce() {
		PLAY.assertSeen("40", "size");
		PLAY.assertSeen("2", "windows");
		PLAY.assertSeen("null", "status");
	}
}
