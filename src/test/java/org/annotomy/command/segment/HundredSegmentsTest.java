package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.annotomy.bridge.ChildJvm;
import org.junit.Test;

public class HundredSegmentsTest {

	/** The image alone takes 315 MB of it. The last edit is a range of values over the whole volume. */
	@Test
	public void hundredSegmentsAreEditedWithinOneGigabyte() throws Exception {
		ChildJvm.Result result = ChildJvm.headless().with("-Xmx1g").run(HundredSegments.class.getName());
		assertEquals(result.output(), 0, result.exitCode());
		assertTrue(result.output(), result.output().matches("(?s).*marked \\d{7,9} blocks \\d+ segments 100\\s*"));
	}
}
