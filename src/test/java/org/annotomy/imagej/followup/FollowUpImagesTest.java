package org.annotomy.imagej.followup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.followup.FollowUp;
import org.annotomy.followup.Presence;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.store.StoreException;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** The chest phantom at two times, its lesions marked where and as large as they are known to be. */
public class FollowUpImagesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final ChestPhantom first = ChestPhantom.of(64, 64, 20, 5.6, 14);
	private AnnotationSession baseline;
	private AnnotationSession later;

	@Before
	public void open() throws Exception {
		baseline = open(first, "first");
		later = open(first.later(), "later");
		mark(baseline, first, 0, "target", "T1");
		mark(baseline, first, 1, "target", "T2");
		mark(baseline, first, 4, "target-node", "N1");
		mark(later, first.later(), 0, "target", "T1");
		mark(later, first.later(), 3, "target-node", "N1");
	}

	private AnnotationSession open(ChestPhantom phantom, String name) throws Exception {
		Path series = folder.getRoot().toPath().resolve(name);
		new ChestCtSeries(phantom, "follow-up test " + name, true).write(series, Progress.NONE);
		Protocols protocols = Protocols.find();
		SessionOptions options = new SessionOptions(protocols.require("onco-chest-ct"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		return new SessionOpener(ImageReaders.discover(), protocols, options).open(series, Progress.NONE).get(0);
	}

	@After
	public void close() throws StoreException {
		baseline.close();
		later.close();
	}

	/** Draws the ellipse that the lesion's axes along the body's x and y span, on the slice nearest to its middle. */
	private static void mark(AnnotationSession session, ChestPhantom phantom, int lesion, String classKey, String name) {
		Lesion found = phantom.lesions().get(lesion);
		Position voxel = session.source().voxelToPatient().inverse().apply(phantom.centreLps(found));
		double a = found.a() / 5.6;
		double b = found.b() / 5.6;
		Point middle = new Point(voxel.x() + 0.5, voxel.y() + 0.5);
		EllipseShape ellipse = new EllipseShape(new Point(middle.x() - a, middle.y()), new Point(middle.x() + a, middle.y()),
				b / a, false);
		String organ = classKey.equals("target") ? "organ" : "nodal-station";
		new Marking(session).mark(ellipse, new Plane(-1, (int) Math.rint(voxel.z()), 0), classKey, name, null,
				Map.of(organ, AttributeValue.of(classKey.equals("target") ? "lung" : "paratracheal")));
	}

	private FollowUp follow() {
		return FollowUpImages.byDay(List.of(later, baseline)).follow();
	}

	@Test
	public void sumsAreThoseOfTheKnownLesions() {
		FollowUp followUp = follow();
		assertEquals(22 + 16 + 16, followUp.assessments().get(0).sumMm(), 0.3);
		assertEquals("T2 was not evaluated", Double.NaN, followUp.assessments().get(1).sumMm(), 0);
		later.document().edit("Complete").complete(true).apply();
		followUp = follow();
		assertEquals(0.55 * 22 + 0.6 * 16, followUp.assessments().get(1).sumMm(), 0.3);
		assertEquals(Presence.ABSENT, followUp.lesions().get(1).states().get(1).presence());
		assertEquals("PR", followUp.assessments().get(1).overall().abbreviation());
	}

	@Test
	public void newLesionsAreProgression() {
		mark(later, first.later(), 6, "new-lesion", "W1");
		assertEquals("PD", follow().assessments().get(1).overall().abbreviation());
	}

	@Test
	public void daysComeFromTheImages() {
		assertEquals(56, follow().times().get(1).days(), 0);
		assertEquals("Day 56", follow().times().get(1).name());
		assertEquals(30, FollowUpImages.inOrder(List.of(baseline, later), "10, 40").follow().times().get(1).days(), 0);
	}

	@Test
	public void volumesOfSegmentsGrow() {
		UUID now = UUID.randomUUID();
		for (AnnotationSession session : List.of(baseline, later)) {
			int voxels = session == baseline ? 10 : 40;
			short[] labels = new short[LabelBlock.SIDE * LabelBlock.SIDE * LabelBlock.SIDE];
			for (int i = 0; i < voxels; i++)
				labels[i] = 1;
			session.document().edit("Segment").put(Segment.of(session == later ? now : UUID.randomUUID(), 0, 1, "T1", "target"))
					.put(new BlockIndex(0, 0, 0, 0, 0), LabelBlock.of(labels)).apply();
		}
		ResultsTable lesions = FollowUpTables.lesions(follow());
		assertEquals(10 * 5.6 * 5.6 * 14 / 1000, lesions.getValue("Volume (ml)", 0), 1e-6);
		assertEquals(300, lesions.getValue("Volume from baseline (%)", 1), 1e-6);
		assertEquals(28, lesions.getValue("Doubling time (days)", 1), 1e-6);
	}

	@Test
	public void tablesHaveARowForEachTime() {
		ResultsTable responses = FollowUpTables.responses(follow());
		assertEquals(2, responses.size());
		assertEquals("Baseline", responses.getStringValue("Time point", 0));
		assertEquals("NE", responses.getStringValue("Overall", 1));
		assertEquals(6, FollowUpTables.lesions(follow()).size());
	}

	@Test
	public void theSumsArePlotted() {
		ImagePlus plot = SumsPlot.of(follow());
		assertTrue(plot.getWidth() > 600);
		long dark = 0;
		for (int y = 0; y < plot.getHeight(); y++)
			for (int x = 0; x < plot.getWidth(); x++)
				if ((plot.getProcessor().get(x, y) & 0xFF) < 128) dark++;
		assertTrue(dark + " dark pixels", dark > 500);
	}

	@Test
	public void whatDoesNotFitIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> FollowUpImages.inOrder(List.of(baseline, later), "0"));
		assertThrows(IllegalArgumentException.class, () -> FollowUpImages.inOrder(List.of(baseline, later), "0,x"));
		assertThrows(IllegalArgumentException.class, () -> FollowUpImages.inOrder(List.of(later, baseline), ""));
		assertThrows(IllegalArgumentException.class, () -> FollowUpImages.choose("no such title", ""));
		assertThrows(IllegalArgumentException.class, () -> FollowUpImages.choose("", ""));
	}
}
