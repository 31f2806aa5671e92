package org.annotomy.command.segment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.annotation.model.Status;
import org.annotomy.command.CommandFailure;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.volume.Mask;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.gui.Line;
import ij.gui.Roi;
import ij.measure.ResultsTable;

/** The commands on segments that need no algorithm, on a volume of 40 × 30 × 12 voxels whose value is x + 100 z. */
public class SegmentCommandsTest {

	private static final VolumeSize SIZE = new VolumeSize(40, 30, 12);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), SIZE, (x, y, z) -> x + 100 * z);
		bench.run("Add Segment...", "segment_name=Liver", "class_key=structure");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	private void ball(String segment, String places, double radiusMm) throws Exception {
		bench.run("Paint Ball...", "segment=" + segment, "places=" + places, "frame=voxels", "radius_mm=" + radiusMm);
	}

	@Test
	public void segmentsAreAddedNamedAndListed() throws Exception {
		bench.run("Add Segment...", "class_key=lesion");
		bench.run("Add Segment...", "class_key=lesion");
		bench.run("Rename Segment...", "segment=number:3", "new_name=Cyst");
		bench.run("Set Segment Colour...", "segments=Cyst", "colour=#1080ff");
		bench.run("Set Segment Opacity...", "segments=Cyst,Liver", "opacity=0.25");
		bench.run("Show Segments...", "segments=Liver", "visible=false");
		bench.run("Set Segment Class...", "segments=Cyst", "class_key=structure");
		ball("Liver", "10,10,5", 3);
		assertTrue("what is painted is seen", bench.segment("Liver").visible());
		assertTrue(bench.notes(), bench.notes().contains("Liver was hidden and is shown now."));
		bench.run("Show Segments...", "segments=Liver", "visible=false");
		bench.run("Set Segment State...", "segments=number:2", "state=flagged");
		bench.run("Lock Segments...", "segments=Cyst");
		ResultsTable table = bench.run("List Segments");
		assertEquals(3, table.size());
		assertEquals("Liver", table.getStringValue("Segment", 0));
		assertEquals("in progress", table.getStringValue("State", 0));
		assertEquals("no", table.getStringValue("Visible", 0));
		assertEquals(bench.count("Liver") * 2.5 / 1000, table.getValue("Volume (ml)", 0), 1e-12);
		assertEquals("flagged", table.getStringValue("State", 1));
		assertEquals("not started", table.getStringValue("State", 2));
		assertEquals("yes", table.getStringValue("Locked", 2));
		assertEquals(0x1080ff, bench.segment("Cyst").rgb().intValue());
		assertEquals(0.25, bench.segment("Liver").opacity(), 0);
		assertEquals(Status.REJECTED, bench.segment("number:2").provenance().status());
		assertEquals("structure", bench.segment("Cyst").classKey());
	}

	@Test
	public void theCurrentSegmentIsTheLastAddedUntilOneIsChosen() throws Exception {
		bench.run("Add Segment...", "segment_name=Spleen", "class_key=structure");
		bench.run("Paint Ball...", "places=5,5,5", "frame=voxels");
		assertTrue(bench.count("Spleen") > 0);
		bench.run("Choose Segment...", "segment=Liver");
		bench.run("Paint Ball...", "places=20,20,5", "frame=voxels");
		assertTrue(bench.count("Liver") > 0);
	}

	@Test
	public void eachEffectIsOneStepOfUndo() throws Exception {
		int steps = bench.steps();
		ball("Liver", "10,10,5", 4);
		bench.run("Copy Slice To Neighbours...", "slice=6", "before=3", "behind=3");
		bench.run("Split Segment By Plane...", "place=20,30,42.5", "normal=1,0,0");
		bench.run("Delete Segments...", "segments=all");
		assertEquals(steps + 4, bench.steps());
		bench.run("Undo Annotation...", "steps=4");
		assertEquals(0, bench.count("Liver"));
		assertEquals(1, bench.session().document().segments().size());
	}

	@Test
	public void aBallIsRoundInMillimetres() throws Exception {
		bench.run("Paint Ball...", "places=30,35,45", "radius_mm=5.1");
		Mask mask = bench.voxels("Liver");
		assertEquals("5.1 mm around voxel 20, 15, 6", new VoxelBox(15, 10, 4, 11, 11, 5), mask.box());
		for (int z = 0; z < SIZE.nz(); z++)
			for (int y = 0; y < SIZE.ny(); y++)
				for (int x = 0; x < SIZE.nx(); x++)
					assertEquals(Math.hypot(Math.hypot(x - 20, y - 15), 2.5 * (z - 6)) <= 5.1, mask.contains(x, y, z));
	}

	@Test
	public void strokesAcrossEachAxisFillTheSameBall() throws Exception {
		bench.run("Paint Segment...", "points=20.5,15.5", "radius_mm=6", "tip=ball", "slice=7");
		byte[] ball = bench.voxels("Liver").voxels();
		for (String way : new String[]{"across=y points=20.5,6.5 slice=16", "across=x points=15.5,6.5 slice=21"}) {
			bench.run("Undo Annotation...");
			String[] options = way.split(" ");
			bench.run("Paint Segment...", options[0], options[1], options[2], "radius_mm=6", "tip=ball");
			assertArrayEquals(way, ball, bench.voxels("Liver").voxels());
		}
		bench.run("Paint Segment...", "points=20.5,15.5 30.5,15.5", "radius_mm=4", "slice=7", "effect=take away");
		assertFalse(bench.voxels("Liver").contains(20, 15, 6));
		assertTrue("a disc stays on its slice", bench.voxels("Liver").contains(20, 15, 5));
	}

	@Test
	public void theFinestBrushMarksTheVoxelItPointsAt() throws Exception {
		bench.run("Paint Segment...", "points=20.9,15.1", "radius_mm=0", "slice=1");
		assertEquals(new VoxelBox(20, 15, 0, 1, 1, 1), bench.voxels("Liver").box());
	}

	@Test
	public void theEditingMaskHoldsForEveryEffect() throws Exception {
		ball("Liver", "20,15,6", 8);
		bench.run("Add Segment...", "segment_name=Tumour", "class_key=lesion");
		bench.run("Set Editing Mask...", "area=inside", "area_segments=Liver", "lowest=615", "highest=622");
		ball("Tumour", "20,15,6", 20);
		Mask tumour = bench.voxels("Tumour");
		assertEquals("values 615 to 622 lie on slice 6", new VoxelBox(15, 7, 6, 8, 17, 1), tumour.box());
		assertTrue(bench.session().segments().rules().hasRange());
		bench.run("Set Editing Mask...", "others=none");
		ball("Liver", "20,15,6", 8);
		assertEquals(tumour.count(), bench.count("Tumour"));
		bench.run("Set Editing Mask...");
		assertEquals(EditingRules.FREE, bench.session().segments().rules());
	}

	@Test
	public void selectionsAreFilledAndCutOut() throws Exception {
		bench.session().image().setRoi(new Roi(5, 5, 10, 8));
		bench.run("Fill Selection Into Segment...", "first_slice=2", "last_slice=4");
		assertEquals(3 * 80, bench.count("Liver"));
		assertEquals(new VoxelBox(5, 5, 1, 10, 8, 3), bench.voxels("Liver").box());
		bench.session().image().setRoi(new Roi(0, 0, 10, 30));
		bench.run("Fill Selection Into Segment...", "effect=erase inside", "first_slice=3");
		assertEquals(3 * 80 - 40, bench.count("Liver"));
		bench.run("Fill Selection Into Segment...", "effect=erase outside", "first_slice=1", "last_slice=12");
		assertEquals(2 * 40, bench.count("Liver"));
		bench.run("Fill Selection Into Segment...", "effect=fill outside", "first_slice=12");
		assertEquals(2 * 40 + 30 * 30, bench.count("Liver"));
	}

	@Test
	public void segmentsBecomeObjectsAndSegmentsAgainWithTheSameVoxels() throws Exception {
		ball("Liver", "12,10,4 30,20,8 12,20,9", 4.3);
		bench.run("Paint Ball...", "places=30,20,8", "frame=voxels", "radius_mm=2", "effect=take away");
		bench.run("Segment To Objects...");
		int slices = bench.voxels("Liver").box().nz();
		assertEquals(slices, bench.session().document().objects().size());
		bench.run("Add Segment...", "segment_name=Again", "class_key=structure");
		bench.run("Set Editing Mask...", "others=overlap");
		bench.run("Objects To Segment...", "objects=all");
		assertEquals(bench.voxels("Liver").box(), bench.voxels("Again").box());
		assertArrayEquals(bench.voxels("Liver").voxels(), bench.voxels("Again").voxels());
	}

	@Test
	public void segmentsAreSplitAlongALineAndByAPlane() throws Exception {
		bench.session().image().setRoi(new Roi(5, 5, 20, 10));
		bench.run("Fill Selection Into Segment...", "first_slice=1", "last_slice=12");
		bench.session().image().setRoi(new Line(15.0, 0.0, 15.0, 20.0));
		bench.run("Split Segment By Line...", "new_name=Right part");
		assertEquals("going down, the right hand points to lower x", 10 * 10 * 12, bench.count("Right part"));
		assertEquals(10 * 10 * 12, bench.count("Liver"));
		assertEquals(5, bench.voxels("Right part").box().x());
		bench.run("Split Segment By Plane...", "segment=Liver", "place=0,0,44", "normal=0,0,2", "new_name=Upper");
		assertEquals("slices from 45 mm", 10 * 10 * 6, bench.count("Upper"));
		assertThrows(CommandFailure.class, () -> bench.run("Split Segment By Plane...", "segment=Liver", "place=0,0,500"));
	}

	@Test
	public void refusalsSayWhatThereIs() throws Exception {
		assertRefused("There are: Liver", "Paint Ball...", "segment=Kidney", "places=1,1,1");
		assertRefused("Unlock it first", () -> bench.run("Lock Segments..."), "Paint Ball...", "places=1,1,1");
		assertRefused("slices 1 to 12", "Paint Segment...", "points=1,1", "slice=13");
		assertRefused("There is no selection", "Fill Selection Into Segment...");
		assertRefused("no voxels", "Segment To Objects...");
		assertRefused("six hexadecimal digits", "Set Segment Colour...", "colour=red");
		assertRefused("has no class", "Add Segment...", "class_key=nothing");
		assertRefused("x,y,z triples", "Paint Ball...", "places=1,1");
		assertRefused("needs at least one segment", "Set Editing Mask...", "area=inside", "area_segments=none");
		assertRefused("No value lies", "Set Editing Mask...", "lowest=2", "highest=1");
	}

	/** What a test does before. */
	private interface Step {
		void go() throws Exception;
	}

	private void assertRefused(String words, Step before, String label, String... options) throws Exception {
		before.go();
		assertRefused(words, label, options);
		bench.run("Undo Annotation...");
	}

	private void assertRefused(String words, String label, String... options) {
		int steps = bench.steps();
		CommandFailure failure = assertThrows(label, CommandFailure.class, () -> bench.run(label, options));
		assertTrue(failure.getMessage(), failure.getMessage().contains(words));
		assertEquals("nothing is changed", steps, bench.steps());
	}
}
