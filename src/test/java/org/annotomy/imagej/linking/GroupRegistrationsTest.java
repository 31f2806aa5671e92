package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.registration.Adjustment;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.registration.Transform;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.measure.ResultsTable;

/** Registrations that are made while their images are in a group. */
public class GroupRegistrationsTest {

	private static final Position PLACE = new Position(30, 35, 12);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private GroupBench bench;
	private OpenGroup group;
	private String axial;
	private String sagittal;

	@Before
	public void open() throws Exception {
		bench = new GroupBench(folder.getRoot().toPath());
		gather();
	}

	private void gather() {
		group = OpenGroup.gather("plain", bench.sessions());
		axial = GroupBench.key(bench.axial());
		sagittal = GroupBench.key(bench.sagittal());
	}

	@After
	public void close() throws Exception {
		bench.close();
	}

	/** Registers the sagittal volume, moved by so much, to the axial one. */
	private ResultsTable register(Position shift) throws Exception {
		AnnotationSession moving = bench.sagittal().session();
		return new Adjustment(shift, Position.ORIGIN).keep(Transform.identity(),
				ImagePair.of(moving.image(), bench.axial().session().image()), null, Progress.NONE);
	}

	/** Of the axial slice at the place: where it lies among the sagittal ones, 3 mm apart from x = 2 mm. */
	private double sagittalSlice() {
		group.views().moveTo(axial, PLACE);
		return group.views().cursor(sagittal).orElseThrow().z();
	}

	@Test
	public void viewsFollowItAtOnceAndTheWayBackWorks() throws Exception {
		group.views().moveTo(axial, PLACE);
		assertTrue(group.views().cursor(sagittal).isEmpty());
		ResultsTable told = register(new Position(6, 0, 0));
		assertEquals("the views of " + axial + " and " + sagittal, told.getStringValue("Used by", 0));
		assertEquals((30 - 6 - 2) / 3.0, sagittalSlice(), 1e-9);
		assertEquals((int) Math.round((30 - 6 - 2) / 3.0) + 1, bench.sagittal().session().image().getCurrentSlice());
		register(new Position(9, 0, 0));
		assertEquals("the last counts", (30 - 9 - 2) / 3.0, sagittalSlice(), 1e-9);
		ResultsTable left = bench.axial().run("Remove Alignment...");
		assertEquals("corrected by hand", left.getStringValue("By", 0));
		assertEquals((30 - 6 - 2) / 3.0, sagittalSlice(), 1e-9);
		assertEquals(0, bench.axial().run("Remove Alignment...").size());
		group.views().moveTo(axial, PLACE);
		assertTrue(group.views().cursor(sagittal).isEmpty());
		assertThrows(Exception.class, () -> bench.axial().run("Remove Alignment..."));
	}

	@Test
	public void onePairIsForgottenAndAnOffsetStays() throws Exception {
		register(new Position(6, 0, 0));
		bench.axial().run("Set Offset...", "member=" + GroupBench.key(bench.oblique()), "offset_x_mm=2");
		assertEquals("all three, one over the other", 3, bench.axial().run("List Alignments").size());
		ResultsTable left = bench.axial().run("Remove Alignment...", "member=" + sagittal);
		assertEquals(1, left.size());
		assertEquals("offset set by the user", left.getStringValue("By", 0));
		assertThrows(Exception.class, () -> bench.axial().run("Remove Alignment...", "member=" + sagittal));
		bench.axial().run("Remove Alignment...");
		assertEquals("removing is taken back too", 3, bench.axial().run("List Alignments").size());
	}

	/** What is known of the images before they are grouped, and what lies beside them when they are opened again. */
	@Test
	public void newGroupsUseWhatIsKnown() throws Exception {
		register(new Position(6, 0, 0));
		gather();
		assertEquals((30 - 6 - 2) / 3.0, sagittalSlice(), 1e-9);
		bench.close();
		bench = new GroupBench(folder.getRoot().toPath());
		gather();
		assertEquals((30 - 6 - 2) / 3.0, sagittalSlice(), 1e-9);
		assertEquals(List.of(), group.notes());
	}

	/** Images that left the group no longer change it. */
	@Test
	public void anotherGroupIsLeftAlone() throws Exception {
		OpenGroup before = group;
		gather();
		assertFalse(before == group);
		register(new Position(6, 0, 0));
		assertEquals(List.of(), before.group().alignments());
		assertEquals(1, group.group().alignments().size());
	}
}
