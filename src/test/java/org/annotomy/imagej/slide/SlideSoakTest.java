package org.annotomy.imagej.slide;

import static org.junit.Assert.assertTrue;

import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A few seconds of {@link SlideSoak} with 512 MB; an hour of it is in docs/benchmarks.md. */
public class SlideSoakTest {

	/** What ImageJ, AWT and the picture of the canvas take besides tiles. */
	private static final double BESIDES_MB = 90;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void memoryStaysWithinTheLimitAndIsGivenBack() throws Exception {
		Path root = folder.getRoot().toPath();
		Seen seen = Seen.by(SlideSoak.class, ChildJvm.onDisplay(), root, root.toString());
		double limit = number(seen, "limit mb");
		assertTrue(seen.toString(), number(seen, "frames") > 30);
		assertTrue(seen.toString(), number(seen, "most tiles mb") <= limit);
		assertTrue(seen.toString(), number(seen, "live mb") <= limit + BESIDES_MB);
		assertTrue(seen.toString(), number(seen, "tiles after closing mb") == 0);
		assertTrue(seen.toString(), number(seen, "after closing mb") <= BESIDES_MB);
	}

	private static double number(Seen seen, String key) {
		return Double.parseDouble(seen.text(key));
	}
}
