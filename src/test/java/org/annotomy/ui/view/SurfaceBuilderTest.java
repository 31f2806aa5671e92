package org.annotomy.ui.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.EventQueue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.display.scene.Surface;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.surface.SegmentSurfaces;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SurfaceBuilderTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final BlockingQueue<List<Surface>> shown = new LinkedBlockingQueue<>();
	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
	private final AtomicReference<Throwable> reported = new AtomicReference<>();
	private SegmentBench bench;
	private SurfaceBuilder builder;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(30, 20, 10), (x, y, z) -> 0);
		for (int x : new int[]{6, 22}) {
			bench.run("Add Segment...", "segment_name=at " + x);
			bench.run("Paint Ball...", "places=" + x + ",10,5", "frame=voxels", "radius_mm=4");
		}
	}

	@After
	public void close() throws Exception {
		builder.stop();
		bench.session().close();
	}

	private List<Surface> next() throws InterruptedException {
		List<Surface> next = shown.poll(20, TimeUnit.SECONDS);
		assertTrue("surfaces came", next != null);
		return next;
	}

	private Set<UUID> kept() throws Exception {
		AtomicReference<Set<UUID>> kept = new AtomicReference<>();
		EventQueue.invokeAndWait(() -> kept.set(builder.kept()));
		return kept.get();
	}

	@Test
	public void surfacesOfDeletedSegmentsAreForgottenAndThoseOfHiddenOnesKept() throws Exception {
		builder = new SurfaceBuilder(bench.session(), shown::add, told::add);
		DocumentListener edits = (edit, cause) -> builder.changed(edit);
		EventQueue.invokeAndWait(builder::start);
		assertEquals(2, next().size());
		bench.session().document().addListener(edits);
		UUID left = bench.segment("at 6").id();
		UUID gone = bench.segment("at 22").id();
		EventQueue.invokeAndWait(() -> bench.session().segments().records().change("Hide segment", Set.of(left),
				segment -> segment.visible(false)));
		while (next().size() != 1)
			assertTrue(told.isEmpty());
		assertEquals(Set.of(left, gone), kept());
		EventQueue.invokeAndWait(() -> bench.session().segments().records().remove(Set.of(gone)));
		while (!next().isEmpty())
			assertTrue(told.isEmpty());
		assertEquals(Set.of(left), kept());
	}

	@Test
	public void whatNobodyForesawIsToldAndReportedAndTriedAgain() throws Exception {
		Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
		Thread.setDefaultUncaughtExceptionHandler((thread, e) -> reported.set(e));
		try {
			boolean[] broken = {true};
			builder = new SurfaceBuilder(bench.session(), shown::add, told::add, snapshot -> new SegmentSurfaces(snapshot, 0,
					broken[0] ? null : bench.session().segments().volume().spacing(), null));
			EventQueue.invokeAndWait(builder::start);
			assertEquals("The surfaces could not be made. They are tried again after the next edit.",
					told.poll(20, TimeUnit.SECONDS));
			EventQueue.invokeAndWait(() -> broken[0] = false);
			assertEquals("Surfaces of segments failed.", reported.get().getMessage());
			EventQueue.invokeAndWait(builder::start);
			assertEquals(2, next().size());
		} finally {
			Thread.setDefaultUncaughtExceptionHandler(before);
		}
	}
}
