package org.annotomy.imagej.session;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.VolumeSize;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Sessions that end in spite of somebody who fails. */
public class SessionEndTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench open() throws Exception {
		return SegmentBench.open(folder.newFolder().toPath(), new VolumeSize(8, 8, 4), (x, y, z) -> x);
	}

	/** A window that cannot be closed must not cost the rater the work: it is saved, the others are told, and the lock is given back. */
	@Test
	public void whoeverFailsAtTheEndDoesNotKeepTheWorkFromBeingSaved() throws Exception {
		SegmentBench bench = open();
		bench.run("Add Segment...", "segment_name=A");
		AtomicInteger told = new AtomicInteger();
		bench.session().onClose(() -> {
			throw new IllegalStateException("first");
		});
		bench.session().onClose(told::incrementAndGet);
		String message = assertThrows(IllegalStateException.class, bench.session()::close).getMessage();
		assertEquals("first", message);
		assertEquals(1, told.get());
		assertTrue(Files.readString(Path.of(bench.session().source().sidecar() + ".geojson")).contains("\"A\""));
		SegmentBench again = SegmentBench.open(bench.session().source().files().get(0), "default");
		assertEquals("A", again.segment("A").name());
		again.session().close();
	}
}
