package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.EventQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.linking.group.GroupFile;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.gui.OvalRoi;
import ij.measure.ResultsTable;

/** Groups without a display: by commands, as macros run them. */
public class OpenGroupTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private GroupBench bench;
	private OpenGroup group;
	private String axial;
	private String sagittal;
	private String oblique;

	@Before
	public void open() throws Exception {
		bench = new GroupBench(folder.getRoot().toPath());
		group = bench.group();
		axial = GroupBench.key(bench.axial());
		sagittal = GroupBench.key(bench.sagittal());
		oblique = GroupBench.key(bench.oblique());
	}

	@After
	public void close() throws Exception {
		bench.close();
	}

	private static int value(AnnotationSession session) {
		Position at = OpenGroup.of(session).orElseThrow().views().cursor(key(session)).orElseThrow();
		return session.image().getStack().getProcessor((int) Math.round(at.z()) + 1).get((int) Math.round(at.x()),
				(int) Math.round(at.y()));
	}

	private static String key(AnnotationSession session) {
		return OpenGroup.require(session.image()).keyOf(session).orElseThrow();
	}

	/** Whatever orientation and spacing: each volume shows the slice, and the pixel, that lies nearest to the place. */
	@Test
	public void aPlaceIsShownInAllVolumes() throws Exception {
		Position voxel = new Position(30, 35, 12);
		ResultsTable places = bench.axial().run("Show Place...", "x=30.5", "y=35.5", "z=13");
		assertEquals(3, places.size());
		assertEquals(voxel, group.views().cursor(axial).orElseThrow());
		assertEquals(13, bench.axial().session().image().getCurrentSlice());
		for (SegmentBench other : List.of(bench.sagittal(), bench.oblique())) {
			Position there = group.views().cursor(GroupBench.key(other)).orElseThrow();
			assertEquals(Math.round(there.z()) + 1, other.session().image().getCurrentSlice());
			assertTrue("value " + value(other.session()), value(other.session()) <= 4 * 1.8);
		}
		assertEquals(30, places.getValue("X (mm)", 2), 1e-9);
		assertEquals(50, places.getValue("Z (mm)", 1), 1e-9);
		bench.oblique().run("Show Place...", "x=30", "y=40", "z=50", "counted_in=patient");
		assertEquals(0, group.views().cursor(axial).orElseThrow().distanceTo(new Position(30, 35, 12)), 1e-9);
	}

	@Test
	public void scrollingOneScrollsTheOthersUnlessSwitchedOff() throws Exception {
		group.views().moveTo(axial, new Position(30, 35, 12));
		bench.axial().session().image().setSlice(6);
		group.views().follow(bench.axial().session().image());
		assertEquals(5, group.views().cursor(axial).orElseThrow().z(), 0);
		int shown = bench.oblique().session().image().getCurrentSlice();
		assertEquals(Math.round(group.views().cursor(oblique).orElseThrow().z()) + 1, shown);
		bench.axial().run("Synchronise Views...", "scroll=false");
		bench.axial().session().image().setSlice(20);
		group.views().follow(bench.axial().session().image());
		assertEquals(shown, bench.oblique().session().image().getCurrentSlice());
	}

	/** ImageJ tells of changed images on the event dispatch thread, without a display too: views that answer are used there alone. */
	private static void atTheDesk(Runnable work) throws Exception {
		EventQueue.invokeAndWait(work);
	}

	@Test
	public void orthogonalViewsTakePart() throws Exception {
		atTheDesk(this::moveInOrthogonalViews);
	}

	private void moveInOrthogonalViews() {
		OrthogonalViews views = OrthogonalViews.open(bench.sagittal().session());
		group.views().settingsChanged();
		group.views().moveTo(axial, new Position(30, 35, 12));
		Position there = group.views().cursor(sagittal).orElseThrow();
		assertEquals(0, views.crosshair().voxel().distanceTo(
				new Position(Math.round(there.x()), Math.round(there.y()), Math.round(there.z()))), 0);
		views.crosshair().moveTo(new Position(10, 20, 5));
		assertEquals(new Position(10, 20, 5), group.views().cursor(sagittal).orElseThrow());
		assertEquals(0.9 * 10 + 3 - 5, group.views().cursor(axial).orElseThrow().y(), 1e-9);
	}

	@Test
	public void imagesThatNobodyAlignedDoNotFollow() throws Exception {
		OpenGroup plain = OpenGroup.gather("plain", bench.sessions());
		plain.views().moveTo(GroupBench.key(bench.axial()), new Position(30, 35, 12));
		assertTrue(plain.views().cursor(GroupBench.key(bench.sagittal())).isEmpty());
		bench.axial().run("Set Offset...", "member=" + GroupBench.key(bench.sagittal()), "offset_x_mm=3");
		plain.views().moveTo(GroupBench.key(bench.axial()), new Position(30, 35, 12));
		assertEquals((33 - 2) / 3.0, plain.views().cursor(GroupBench.key(bench.sagittal())).orElseThrow().z(), 1e-9);
	}

	@Test
	public void windowsAreSharedByImagesOfOneKind() throws Exception {
		bench.axial().run("Synchronise Views...", "window_level=true");
		for (AnnotationSession session : bench.sessions())
			group.views().follow(session.image());
		bench.axial().session().image().setDisplayRange(20, 90);
		group.views().follow(bench.axial().session().image());
		assertEquals(20, bench.oblique().session().image().getDisplayRangeMin(), 0.5);
		assertEquals(90, bench.oblique().session().image().getDisplayRangeMax(), 0.5);
	}

	private AnnotationObject mark(SegmentBench in, double x, double y, double diameter, int slice) throws Exception {
		in.session().image().setSlice(slice);
		in.session().image().setRoi(new OvalRoi(x - diameter / 2, y - diameter / 2, diameter, diameter));
		in.run("Mark Selection...");
		List<AnnotationObject> objects = in.session().document().objects();
		return objects.get(objects.size() - 1);
	}

	@Test
	public void commandsLinkCopyListAndUnlink() throws Exception {
		mark(bench.axial(), 30.5, 35.5, 10, 13);
		mark(bench.sagittal(), 41, 32, 12, 10);
		bench.axial().run("Link Objects...", "objects=last", "member=" + sagittal, "counterparts=last");
		ResultsTable linked = bench.axial().run("List Linked Objects");
		assertEquals(2, linked.size());
		assertEquals("L1", linked.getStringValue("Linked object", 0));
		ResultsTable left = bench.axial().run("List Still To Find...");
		assertEquals(1, left.size());
		assertEquals(oblique, left.getStringValue("Still to find in", 0));
		assertFalse(left.getStringValue("Expected at", 0).equals("-"));
		bench.axial().run("Mark Not Visible...", "linked_object=L1", "member=" + oblique);
		assertEquals(0, bench.axial().run("List Still To Find...").size());
		assertEquals(0, bench.axial().run("Check Links").size());
		assertEquals(3, bench.axial().run("List Linked Objects").size());
		bench.oblique().run("Undo Annotation...");
		assertEquals(2, bench.axial().run("List Linked Objects").size());
		bench.sagittal().run("Unlink Objects...", "objects=last");
		assertEquals(0, bench.axial().run("List Linked Objects").size());
		bench.axial().run("Undo Annotation...");
		assertEquals(2, bench.axial().run("List Linked Objects").size());
	}

	/** The copy lies at the same place of the patient, in pixels of the other image. */
	@Test
	public void copiesGoToTheExpectedPlace() throws Exception {
		Path far = folder.newFolder().toPath();
		AnnotationSession coarse = SegmentBench.open(GroupBench.write(far.resolve("coarse.nrrd"), new VolumeSize(40, 45, 12),
				Affine.ofRows(1.5, 0, 0, -1, 0, 1.5, 0, 3, 0, 0, 5, 18)), "default").session();
		try {
			OpenGroup two = OpenGroup.gather("two", List.of(bench.axial().session(), coarse));
			String target = two.keyOf(coarse).orElseThrow();
			Alignments.offset(two, GroupBench.key(bench.axial()), target, Position.ORIGIN);
			AnnotationObject mark = mark(bench.axial(), 30.5, 35.5, 10, 13);
			bench.axial().run("Copy With Link...", "objects=last", "member=" + target);
			AnnotationObject copy = coarse.document().objects().get(0);
			assertEquals(Math.round((50 - 18) / 5.0), copy.plane().z());
			assertEquals(mark.trackingUid(), copy.trackingUid());
			assertEquals(mark.shape().kind(), copy.shape().kind());
			assertEquals((30 + 1) / 1.5 + 0.5, copy.shape().bounds().centre().x(), 1e-9);
			assertEquals(10 / 1.5, copy.shape().bounds().width(), 1e-9);
			assertEquals(List.of(copy.id()), coarse.selection().ids());
			coarse.document().undo();
			assertEquals(List.of(), bench.axial().session().document().links());
		} finally {
			coarse.close();
		}
	}

	/** A ball of 8 mm is copied to slices that cross its own, as voxels: the same place and volume, linked, found again, and one undo. */
	@Test
	public void segmentsAreCopiedLinkedShownAndDeletedAsObjectsAre() throws Exception {
		bench.axial().run("Add Segment...", "segment_name=Ball");
		assertEquals("an empty segment is nothing to find", 0, bench.axial().run("List Still To Find...").size());
		bench.axial().run("Paint Ball...", "places=35,40,50", "radius_mm=8", "frame=patient");
		assertEquals(2, bench.axial().run("List Still To Find...").size());
		bench.axial().run("Copy With Link...", "objects=segment:Ball", "member=" + sagittal);
		ResultsTable linked = bench.axial().run("List Linked Objects");
		assertEquals(2, linked.size());
		assertEquals("segment", linked.getStringValue("Kind", 1));
		double expected = 4.0 / 3 * Math.PI * 512;
		double volume = bench.sagittal().count("Ball")
				* bench.sagittal().session().segments().volume().spacing().voxelVolumeMm3();
		assertEquals("mm³", expected, volume, 0.12 * expected);
		assertEquals(bench.axial().segment("Ball").trackingUid(), bench.sagittal().segment("Ball").trackingUid());
		bench.axial().session().selection().clear();
		bench.axial().run("Show Counterpart...", "linked_object=Ball", "member=" + sagittal);
		Position middle = bench.sagittal().session().source().voxelToPatient()
				.apply(group.views().cursor(sagittal).orElseThrow());
		assertEquals("the middle of the counterpart", 0, middle.distanceTo(new Position(35, 40, 50)), 1.5);
		bench.sagittal().run("Delete Segments...", "segments=Ball");
		assertEquals(List.of(), bench.axial().session().document().links());
		assertEquals(0, bench.axial().run("List Linked Objects").size());
		bench.axial().run("Undo Annotation...");
		assertEquals(2, bench.axial().run("List Linked Objects").size());
		assertTrue("its voxels are back", bench.sagittal().count("Ball") > 0);
		assertEquals(0, bench.axial().run("Check Links").size());
	}

	@Test
	public void outlinesAreNotCopiedBetweenSlicesThatCross() throws Exception {
		mark(bench.axial(), 30.5, 35.5, 10, 13);
		Exception refusal = assertThrows(Exception.class,
				() -> bench.axial().run("Copy With Link...", "objects=last", "member=" + sagittal));
		assertTrue(refusal.getMessage(), refusal.getMessage().contains("not parallel"));
		bench.axial().run("Copy With Link...", "objects=last", "member=" + sagittal, "where=same coordinates");
		assertEquals(1, bench.sagittal().session().document().objects().size());
	}

	@Test
	public void savedAndOpenedAgainAsItWas() throws Exception {
		Path file = folder.getRoot().toPath().resolve("sub.annotomy-group.json");
		mark(bench.axial(), 30.5, 35.5, 10, 13);
		mark(bench.sagittal(), 41, 32, 12, 10);
		bench.axial().run("Link Objects...", "objects=last", "member=" + sagittal, "counterparts=last", "called=nodule");
		bench.axial().run("Describe Group Image...", "facts=Role=baseline;Side=L");
		bench.axial().run("Save Group...", "file=" + file);
		bench.close();
		Files.delete(folder.getRoot().toPath().resolve("oblique.nrrd"));
		OpenGroup again = opener().open(file, Progress.NONE);
		try {
			assertEquals(2, again.sessions().size());
			assertEquals(3, again.group().members().size());
			assertEquals("BASELINE", again.group().require(axial).facts().get("Role"));
			assertEquals(1, again.notes().size());
			assertTrue(again.notes().get(0), again.notes().get(0).contains("It stays in the group"));
			assertFalse(again.notes().get(0).contains("oblique.nrrd"));
			assertEquals("nodule", again.things().all().get(0).id());
			assertEquals(2, again.things().all().get(0).marks().size());
			again.views().moveTo(axial, new Position(30, 35, 12));
			assertTrue(again.views().cursor(sagittal).isPresent());
			assertEquals(again.group(), GroupFile.read(file));
		} finally {
			for (AnnotationSession session : again.sessions().values())
				session.close();
		}
	}

	/** One file without the others still tells that its mark has a counterpart, and where it is not visible. */
	@Test
	public void eachFileAloneTellsItsLinks() throws Exception {
		mark(bench.axial(), 30.5, 35.5, 10, 13);
		mark(bench.sagittal(), 41, 32, 12, 10);
		bench.axial().run("Link Objects...", "objects=last", "member=" + sagittal, "counterparts=last");
		bench.axial().run("Mark Not Visible...", "linked_object=L1", "member=" + oblique);
		bench.close();
		SegmentBench alone = SegmentBench.open(folder.getRoot().toPath().resolve("oblique.nrrd"), "default");
		OpenGroup.gather("alone", List.of(alone.session()));
		ResultsTable linked = alone.run("List Linked Objects");
		assertEquals(3, linked.size());
		assertEquals("not visible", linked.getStringValue("State", 0));
		assertEquals("(not open)", linked.getStringValue("Image", 1));
		assertEquals("marked", linked.getStringValue("State", 2));
		alone.session().close();
		String sidecar = Files.readString(folder.getRoot().toPath().resolve("axial.nrrd.geojson"));
		assertTrue(sidecar.contains("\"rel\":\"not-visible-there\""));
		assertFalse(sidecar.contains("sagittal.nrrd"));
	}

	@Test
	public void aChangedImageIsTold() throws Exception {
		Path file = folder.getRoot().toPath().resolve("g.annotomy-group.json");
		bench.axial().run("Save Group...", "file=" + file);
		bench.close();
		Path other = folder.getRoot().toPath().resolve("sagittal.nrrd");
		GroupBench.write(other, new VolumeSize(30, 30, 10), Affine.IDENTITY);
		OpenGroup again = opener().open(file, Progress.NONE);
		assertEquals(2, again.sessions().size());
		assertEquals(1, again.notes().size());
		for (AnnotationSession session : again.sessions().values())
			session.close();
		Files.writeString(file, "{\n\"format\": \"annotomy-group\",\n\"version\": \"1.0\",\n\"members\": []}",
				StandardCharsets.UTF_8);
		assertThrows(Exception.class, () -> opener().open(file, Progress.NONE));
	}

	@Test
	public void theFileNamesNoAbsolutePath() throws Exception {
		bench.axial().run("Save Group...", "file=" + folder.getRoot().toPath().resolve("g"));
		String text = Files.readString(folder.getRoot().toPath().resolve("g.annotomy-group.json"));
		assertFalse(text.contains(folder.getRoot().getName()));
		assertTrue(text.contains("\"path\" : \"axial.nrrd\""));
	}

	@Test
	public void sessionsLeaveWhenTheyClose() throws Exception {
		bench.sagittal().session().close();
		assertEquals(2, group.sessions().size());
		assertTrue(OpenGroup.of(bench.sagittal().session()).isEmpty());
		assertSame(group, OpenGroup.require(bench.axial().session().image()));
		group.views().moveTo(axial, new Position(30, 35, 12));
		assertTrue(group.views().cursor(sagittal).isEmpty());
	}

	/** At the end of the program each session is closed by a thread of its own. */
	@Test
	public void sessionsThatCloseAtOnceLeaveOneByOne() throws Exception {
		CyclicBarrier meeting = new CyclicBarrier(2);
		AtomicBoolean met = new AtomicBoolean();
		group.addListener(() -> {
			if (meets(meeting)) met.set(true);
		});
		List<Thread> threads = new ArrayList<>();
		for (AnnotationSession session : bench.sessions())
			threads.add(new Thread(() -> AnnotationSession.closeAll(List.of(session), new IllegalStateException())));
		threads.forEach(Thread::start);
		for (Thread thread : threads)
			thread.join();
		assertFalse("two were told of at once", met.get());
		assertEquals(Map.of(), group.sessions());
	}

	private static boolean meets(CyclicBarrier meeting) {
		try {
			meeting.await(200, TimeUnit.MILLISECONDS);
			return true;
		} catch (TimeoutException | BrokenBarrierException alone) {
			return false;
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Copies of one file in two folders are two members, each with its own annotations. */
	@Test
	public void copiesOfOneFileAreTwoMembers() throws Exception {
		Path copy = folder.newFolder().toPath().resolve("axial.nrrd");
		Files.copy(folder.getRoot().toPath().resolve("axial.nrrd"), copy);
		AnnotationSession other = SegmentBench.open(copy, "default").session();
		try {
			OpenGroup two = OpenGroup.gather("two", List.of(bench.axial().session(), other));
			assertEquals(2, two.sessions().size());
		} finally {
			other.close();
		}
	}

	@Test
	public void refusals() {
		refused("has no image \"nobody\"", "Copy With Link...", "objects=all", "member=nobody");
		refused("No linked object is called", "Mark Not Visible...", "linked_object=L9");
		refused("Select one mark", "Show Counterpart...");
		refused("name=value", "Describe Group Image...", "facts=Role");
		refused("No other open image", "Group Open Images...");
	}

	private void refused(String words, String label, String... options) {
		Exception refusal = assertThrows(Exception.class, () -> bench.axial().run(label, options));
		assertTrue(refusal.getMessage(), refusal.getMessage().contains(words));
	}

	private static GroupOpener opener() throws Exception {
		Protocols protocols = Protocols.find();
		SessionOptions options = new SessionOptions(protocols.require("default"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		return new GroupOpener(new SessionOpener(ImageReaders.discover(), protocols, options));
	}
}
