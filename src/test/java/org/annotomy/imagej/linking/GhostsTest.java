package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.annotomy.geometry.QuarterTurn;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.view.TurnedView;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.linking.place.Expected;
import org.annotomy.image.DisplayLayer;
import org.annotomy.imagej.FileLayers;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.gui.Roi;

/** Where marks of other images are seen. */
public class GhostsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private GroupBench bench;
	private AnnotationSession axial;
	private AnnotationSession sagittal;
	private AnnotationObject mark;

	@Before
	public void open() throws Exception {
		bench = new GroupBench(folder.getRoot().toPath());
		axial = bench.axial().session();
		sagittal = bench.sagittal().session();
		mark = new Marking(axial)
				.mark(EllipseShape.inside(new Box(20.5, 30.5, 20, 10)), new Plane(-1, 12, 0), null, null, null, Map.of())
				.object();
	}

	@After
	public void close() throws Exception {
		bench.close();
	}

	private static List<Ghosts.Ghost> ghosts(AnnotationSession seenIn, OpenGroup group) {
		return new Ghosts(SliceView.of(seenIn.image()).orElseThrow(), group).seen();
	}

	/** The sagittal slice through the middle of the mark sees its height and the thickness of its slice. */
	@Test
	public void aMarkIsCutByTheOtherOrientation() {
		OpenGroup group = bench.group();
		group.views().moveTo(GroupBench.key(bench.axial()), new Position(30, 35, 12));
		List<Ghosts.Ghost> seen = ghosts(sagittal, group);
		assertEquals(1, seen.size());
		Rectangle2D cut = seen.get(0).path().getBounds2D();
		double x = sagittal.image().getCurrentSlice() - 1;
		double off = (3 * x + 2 - 30) / 10;
		assertEquals(10 * Math.sqrt(1 - off * off) / 0.9, cut.getWidth(), 0.05);
		assertEquals(2.5 / 1.1, cut.getHeight(), 1e-6);
		assertEquals((40 - 3) / 0.9 + 0.5, cut.getCenterX(), 1e-6);
		assertEquals((85 - 50) / 1.1 + 0.5, cut.getCenterY(), 1e-6);
	}

	/** A macro edits on its own thread while the window is painted. */
	@Test
	public void forgettingWhileLookingIsHarmless() throws Exception {
		OpenGroup group = bench.group();
		Ghosts ghosts = new Ghosts(SliceView.of(sagittal.image()).orElseThrow(), group);
		AtomicBoolean painted = new AtomicBoolean();
		Thread macro = new Thread(() -> {
			while (!painted.get())
				ghosts.forget();
		});
		macro.start();
		try {
			for (int i = 0; i < 3000; i++)
				assertNotNull("paint " + i, ghosts.seen());
		} finally {
			painted.set(true);
			macro.join();
		}
	}

	@Test
	public void onlySelectedMarksUnlessAllAreWantedAndNoneThatIsMarkedHere() throws Exception {
		OpenGroup group = bench.group();
		group.views().moveTo(GroupBench.key(bench.axial()), new Position(30, 35, 12));
		axial.selection().clear();
		assertEquals(0, ghosts(sagittal, group).size());
		group.set(group.group().withSync(new SyncSettings(true, true, true, true, true, true, SyncSettings.Ghosts.ALL)));
		assertEquals(1, ghosts(sagittal, group).size());
		AnnotationObject counterpart = new Marking(sagittal)
				.mark(RectangleShape.of(30, 20, 8, 8), new Plane(-1, 9, 0), null, null, null, Map.of()).object();
		group.edits().link(List.of(mark.id(), counterpart.id()), null);
		assertEquals(0, ghosts(sagittal, group).size());
		group.set(group.group().withSync(new SyncSettings(true, true, true, true, true, true, SyncSettings.Ghosts.NONE)));
		assertEquals(0, ghosts(bench.oblique().session(), group).size());
	}

	/** What a rater has rejected is expected nowhere, and answers nothing where it lies. */
	@Test
	public void rejectedMarksHaveNoGhostAndHideNone() throws Exception {
		OpenGroup group = bench.group();
		group.views().moveTo(GroupBench.key(bench.axial()), new Position(30, 35, 12));
		group.set(group.group().withSync(new SyncSettings(true, true, true, true, true, true, SyncSettings.Ghosts.ALL)));
		AnnotationObject counterpart = new Marking(sagittal)
				.mark(RectangleShape.of(30, 20, 8, 8), new Plane(-1, 9, 0), null, null, null, Map.of()).object();
		group.edits().link(List.of(mark.id(), counterpart.id()), null);
		reject(sagittal, counterpart);
		assertEquals("it is still to find", 1, ghosts(sagittal, group).size());
		reject(axial, mark);
		assertEquals(0, ghosts(sagittal, group).size());
	}

	private static void reject(AnnotationSession session, AnnotationObject object) {
		AnnotationObject now = session.document().object(object.id()).orElseThrow();
		session.document().edit("Reject")
				.put(now.toBuilder().provenance(now.provenance().withStatus(Status.REJECTED)).build()).apply();
	}

	@Test
	public void rejectedSegmentsHaveNoGhost() throws Exception {
		OpenGroup group = bench.group();
		group.set(group.group().withSync(new SyncSettings(true, true, true, true, true, true, SyncSettings.Ghosts.ALL)));
		bench.axial().run("Add Segment...", "segment_name=Kept");
		bench.axial().run("Paint Ball...", "places=30,35,50", "radius_mm=6");
		bench.axial().run("Add Segment...", "segment_name=Rejected");
		bench.axial().run("Paint Ball...", "places=30,50,50", "radius_mm=6");
		group.views().moveTo(GroupBench.key(bench.axial()), new Position(30, 35, 12));
		long both = segmentPixels(group);
		reject(bench.axial().segment("Rejected"));
		long one = segmentPixels(group);
		assertTrue(one + " of " + both, one > 0 && one < both);
		reject(bench.axial().segment("Kept"));
		assertEquals(0, segmentPixels(group));
	}

	private void reject(Segment segment) {
		axial.document().edit("Reject")
				.put(segment.toBuilder().provenance(segment.provenance().withStatus(Status.REJECTED)).build()).apply();
	}

	private long segmentPixels(OpenGroup group) {
		return new Ghosts(SliceView.of(sagittal.image()).orElseThrow(), group).segments().stream()
				.flatMapToInt(p -> Arrays.stream(p.getRGB(0, 0, p.getWidth(), p.getHeight(), null, 0, p.getWidth())))
				.filter(argb -> argb != 0).count();
	}

	/** Where only a band is known, the band is seen, and told in words. */
	@Test
	public void bandsAreSeenOnTheirSlice() {
		OpenGroup group = OpenGroup.gather("plain", bench.sessions());
		assertEquals(0, ghosts(sagittal, group).size());
		String to = GroupBench.key(bench.sagittal());
		group.know(GroupBench.key(bench.axial()), to,
				voxel -> new Expected.Band(RectangleShape.of(5, 6, 30, 4), 3, "the band of " + Math.round(voxel.x())));
		sagittal.image().setSlice(4);
		assertEquals(new Rectangle2D.Double(5, 6, 30, 4), ghosts(sagittal, group).get(0).path().getBounds2D());
		sagittal.image().setSlice(5);
		assertEquals(0, ghosts(sagittal, group).size());
		GroupLinks links = new GroupLinks(group);
		assertEquals("the band of 30", links.expectedWords(links.thing(axial, ""), to));
		assertTrue(links.show(links.thing(axial, ""), to).isEmpty());
		assertEquals(4, sagittal.image().getCurrentSlice());
	}

	/** Turned by a quarter, the lower end of the first column comes first; marks stay in the file's coordinates. */
	@Test
	public void turnedViewsShowTheSameVoxelsAndWhatTheFileShowsOverThem() {
		DisplayLayer.Content dot = plane -> new DisplayLayer.Picture(10, 20, 1, 1, new byte[]{1}, 0xffff0000);
		FileLayers.showBesides(axial.image(), List.of(new DisplayLayer("Dot", DisplayLayer.Kind.OVERLAY, dot)));
		SliceView turned = TurnedView.open(axial, new QuarterTurn(90, false));
		int height = axial.image().getHeight();
		assertEquals(height, turned.image().getWidth());
		assertEquals(axial.image().getWidth(), turned.image().getHeight());
		turned.show(12);
		for (int y = 0; y < height; y += 7)
			assertEquals(axial.image().getStack().getProcessor(13).get(20, y),
					turned.image().getProcessor().get(height - 1 - y, 20));
		assertEquals(new Position(10, 20, 12), turned.voxelAt(height - 20.5, 10.5));
		turned.show(axial.plane().z());
		BufferedImage painted = new BufferedImage(height, axial.image().getWidth(), BufferedImage.TYPE_INT_ARGB);
		for (Roi roi : turned.image().getOverlay()) {
			roi.setImage(turned.image());
			roi.draw(painted.getGraphics());
		}
		assertEquals(0xffff0000, painted.getRGB(height - 1 - 20, 10));
		assertTrue(TurnedView.show(axial.image(), QuarterTurn.MIRROR).startsWith("The image is wanted mirrored; it stays"));
	}

	/** In a mirror, left is right; the file's coordinates stay. */
	@Test
	public void mirroredViewsShowTheSameVoxels() {
		SliceView mirror = TurnedView.open(axial, QuarterTurn.MIRROR);
		int width = axial.image().getWidth();
		mirror.show(12);
		for (int x = 0; x < width; x += 7)
			assertEquals(axial.image().getStack().getProcessor(13).get(x, 20),
					mirror.image().getProcessor().get(width - 1 - x, 20));
		assertEquals(new Position(10, 20, 12), mirror.voxelAt(width - 10.5, 20.5));
		assertTrue(GroupViews.viewsOf(axial).contains(mirror));
	}
}
