package org.annotomy.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.MenuConfig;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.view.OrthogonalViews;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.Command;

import ij.ImagePlus;

/** Commands whose image is another view of an annotated volume, as when its window is the active one. */
public class SessionCommandTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;
	private ImagePlus view;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(20, 16, 8), (x, y, z) -> x);
		view = OrthogonalViews.open(bench.session()).views().get(1).image();
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	private void runOnView(String label) {
		CommandSpec spec = CommandSpec.of(MenuConfig.labelled(label).orElseThrow().argument());
		Command command = spec.newCommand();
		spec.option("image").orElseThrow().set(command, view);
		command.run();
	}

	@Test
	public void theyWorkOnTheAnnotatedImage() {
		runOnView("Add Segment...");
		assertEquals(1, bench.session().document().segments().size());
	}

	@Test
	public void whatIsDrawnInAnotherViewIsRefused() {
		runOnView("Add Segment...");
		view.setRoi(2, 2, 4, 4);
		String message = assertThrows(CommandFailure.class, () -> runOnView("Fill Selection Into Segment...")).getMessage();
		assertTrue(message, message.contains("drawn in another view"));
	}
}
