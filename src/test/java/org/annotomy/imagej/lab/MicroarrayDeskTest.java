package org.annotomy.imagej.lab;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Status;
import org.annotomy.assist.microarray.ArrayGrid;
import org.annotomy.geometry.Point;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;

/** On a slide of 4 × 5 cores, turned by 7 degrees and bent, of which two are missing. */
public class MicroarrayDeskTest {

	private static final ArrayGrid GRID = new ArrayGrid(4, 5, 1200);
	private static final List<Integer> MISSING = List.of(7, 18);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final List<Point> truth = new ArrayList<>();
	private AnnotationSession session;

	@Before
	public void open() throws Exception {
		double angle = Math.toRadians(7);
		List<Point> there = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			double x = i % 5 * 1900;
			double y = i / 5 * 1900 + 350 * Math.sin(Math.PI * (i % 5) / 4.0);
			truth.add(new Point(2200 + x * Math.cos(angle) - y * Math.sin(angle),
					1800 + x * Math.sin(angle) + y * Math.cos(angle)));
			if (!MISSING.contains(i)) there.add(truth.get(i));
		}
		SessionOptions options = new SessionOptions(Protocols.find().require("tissue-slide"), SessionOptions.Recovery.RECOVER,
				StoreOptions.of("r-1"));
		session = new SessionOpener(ImageReaders.discover(), Protocols.find(), options)
				.open(new CoresSlide(there, 560, folder.getRoot().toPath().resolve("cores.svs")), Progress.NONE);
	}

	@After
	public void close() throws Exception {
		session.close();
		session.image().close();
	}

	private void assertSuggested(Roi roi) throws Exception {
		if (roi == null) session.image().deleteRoi();
		else session.image().setRoi(roi);
		String words = new MicroarrayDesk(session).suggest(GRID, "normal", Progress.NONE);
		assertEquals("Cores added: 20. Of them without tissue: 2.", words);
		List<AnnotationObject> cores = session.document().objects();
		for (int i = 0; i < 20; i++) {
			AnnotationObject core = cores.get(i);
			assertEquals((char) ('A' + i / 5) + "-" + (i % 5 + 1), core.name());
			assertEquals(core.name(), MISSING.contains(i), core.provenance().isRejected());
			double off = core.shape().bounds().centre().distanceTo(truth.get(i));
			assertTrue(core.name() + " is off by " + off, off < (MISSING.contains(i) ? 300 : 12));
			assertEquals(1200, core.shape().bounds().width(), 1e-6);
		}
		assertEquals("Suggest cores", session.document().undo().orElseThrow());
		assertEquals(0, session.document().objects().size());
	}

	private static PointRoi points(List<Point> places) {
		float[] x = new float[places.size()];
		float[] y = new float[places.size()];
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) places.get(i).x() - 0.5f;
			y[i] = (float) places.get(i).y() - 0.5f;
		}
		return new PointRoi(x, y);
	}

	@Test
	public void coresAreFoundFromThreeCornersAndFromARotatedRectangle() throws Exception {
		assertSuggested(points(List.of(truth.get(0), truth.get(4), truth.get(15))));
		assertSuggested(points(List.of(truth.get(0), truth.get(4), truth.get(15), truth.get(19))));
		Point left = new Point((truth.get(0).x() + truth.get(15).x()) / 2, (truth.get(0).y() + truth.get(15).y()) / 2);
		Point right = new Point((truth.get(4).x() + truth.get(19).x()) / 2, (truth.get(4).y() + truth.get(19).y()) / 2);
		double height = truth.get(0).distanceTo(truth.get(15));
		assertSuggested(new RotatedRectRoi(left.x(), left.y(), right.x(), right.y(), height));
		assertSuggested(new RotatedRectRoi(right.x(), right.y(), left.x(), left.y(), height));
	}

	@Test
	public void withoutASelectionTheArrayIsLookedFor() throws Exception {
		assertSuggested(null);
		assertThrows(IllegalArgumentException.class,
				() -> new MicroarrayDesk(session).suggest(new ArrayGrid(4, 5, 5000), "normal", Progress.NONE));
	}

	@Test
	public void aRegularGridIsLaidAsItWasDrawn() {
		session.image().setRoi(points(List.of(truth.get(0), truth.get(4), truth.get(15))));
		assertEquals("Cores added: 20.", new MicroarrayDesk(session).addGrid(GRID, "normal"));
		List<AnnotationObject> cores = session.document().objects();
		assertEquals(0, cores.get(4).shape().bounds().centre().distanceTo(truth.get(4)), 0.01);
		assertEquals(0, cores.get(19).shape().bounds().centre().distanceTo(truth.get(19)), 0.01);
		assertEquals("the middle is bent away", 350, cores.get(2).shape().bounds().centre().distanceTo(truth.get(2)), 1);
	}

	@Test
	public void coresAreMarkedMissingAndPresent() {
		session.image().setRoi(points(List.of(truth.get(0), truth.get(4), truth.get(15))));
		MicroarrayDesk desk = new MicroarrayDesk(session);
		desk.addGrid(GRID, "normal");
		AnnotationObject core = session.document().objects().get(7);
		assertEquals(1, desk.markMissing(List.of(core.id()), true));
		assertEquals(0, desk.markMissing(List.of(core.id()), true));
		AnnotationObject missing = session.document().object(core.id()).orElseThrow();
		assertTrue(missing.provenance().isRejected());
		assertEquals("B-3", missing.name());
		assertEquals("missing", missing.comment());
		assertEquals(1, desk.markMissing(List.of(core.id()), false));
		AnnotationObject present = session.document().object(core.id()).orElseThrow();
		assertEquals(Status.DRAFT, present.provenance().status());
		assertEquals(null, present.comment());
	}
}
