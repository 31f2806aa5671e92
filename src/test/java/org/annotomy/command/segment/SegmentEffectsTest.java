package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.command.CommandFailure;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.component.FillHoles;
import org.annotomy.segmentation.morphology.BallMorphology;
import org.annotomy.segmentation.morphology.Ellipsoid;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Commands that run an algorithm: that each calls it with what its options say, on one step of undo. Values are 100 in two cubes, 50 in a
 * hole of the larger one, −1000 at the left and right side, and 0 elsewhere. The algorithms have tests of their own.
 */
public class SegmentEffectsTest {

	private static final VolumeSize SIZE = new VolumeSize(40, 30, 14);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	private static int value(int x, int y, int z) {
		if (x == 0 || x == SIZE.nx() - 1) return -1000;
		if (x >= 10 && x < 14 && y >= 10 && y < 14 && z >= 5 && z < 8) return 50;
		boolean large = x >= 6 && x < 18 && y >= 6 && y < 18 && z >= 3 && z < 11;
		boolean small = x >= 25 && x < 29 && y >= 20 && y < 24 && z >= 5 && z < 9;
		return large || small ? 100 : 0;
	}

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), SIZE, SegmentEffectsTest::value);
		bench.run("Add Segment...", "segment_name=A", "class_key=structure");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	private static final long LARGE = 12 * 12 * 8;
	private static final long HOLE = 4 * 4 * 3;
	private static final long SMALL = 4 * 4 * 4;

	/** Runs an effect, and takes it back by one step. */
	private void once(long voxels, String label, String... options) throws Exception {
		long before = bench.count("A");
		int steps = bench.steps();
		bench.run(label, options);
		assertEquals(label + " " + List.of(options), voxels, bench.count("A"));
		assertTrue(label, bench.steps() == steps + 1 || bench.steps() == steps && voxels == before);
		if (bench.steps() > steps) bench.run("Undo Annotation...");
		assertEquals(label, before, bench.count("A"));
	}

	@Test
	public void thresholds() throws Exception {
		once(LARGE - HOLE + SMALL, "Segment Threshold...", "lowest=100");
		once(HOLE, "Segment Threshold...", "lowest=50", "highest=50");
		once(2L * 30 * 14, "Segment Threshold...", "highest=-1");
		once(SIZE.voxels() - 2 * 30 * 14, "Segment Auto Threshold...");
		once(2L * 30 * 14, "Segment Auto Threshold...", "side=below");
		assertThrows(CommandFailure.class, () -> bench.run("Segment Threshold..."));
		bench.run("Segment Threshold...", "lowest=50", "highest=50");
		once(LARGE + SMALL, "Segment Threshold...", "lowest=100", "effect=add");
		once(0, "Segment Threshold...", "highest=99", "effect=take away");
		bench.run("Segment Local Threshold...", "radius_mm=8");
		assertTrue(bench.voxels("A").contains(6, 6, 3) && !bench.voxels("A").contains(0, 6, 3));
	}

	@Test
	public void islandsAndHoles() throws Exception {
		bench.run("Segment Threshold...", "lowest=100");
		once(LARGE - HOLE, "Segment Islands...");
		once(LARGE - HOLE + SMALL, "Segment Islands...", "number=2");
		once(LARGE - HOLE, "Segment Islands...", "effect=remove small");
		once(SMALL, "Segment Islands...", "effect=keep at place", "place=26,21,6", "frame=voxels");
		once(LARGE - HOLE, "Segment Islands...", "effect=remove at place", "place=36,41,45");
		once(LARGE + SMALL, "Segment Islands...", "effect=fill at place", "place=11,11,6", "frame=voxels");
		once(LARGE + SMALL, "Fill Segment Holes...");
		once(LARGE + SMALL, "Fill Segment Holes...", "holes=slices");
		once(LARGE - HOLE, "Segment Islands...", "effect=split", "smallest_voxels=10");
		assertEquals(1, bench.session().document().segments().size());
		bench.run("Segment Islands...", "effect=split", "smallest_voxels=10");
		assertEquals(SMALL, bench.count("A part 2"));
		bench.run("Segment Threshold...", "segment=A", "highest=99");
		once(HOLE, "Segment Islands...", "segment=A", "effect=remove at sides");
	}

	@Test
	public void regionsGrowFromPlaces() throws Exception {
		once(LARGE - HOLE, "Grow Region...", "places=7,7,4", "frame=voxels", "lowest=100");
		once(LARGE, "Grow Region...", "places=17,27,40", "lowest=50");
		once(LARGE - HOLE + SMALL, "Grow Region...", "places=7,7,4 26,21,6", "frame=voxels", "method=tolerance", "tolerance=49");
		once(144 - 16, "Grow Region...", "places=7,7,6", "frame=voxels", "lowest=100", "extent=slice");
		once(HOLE, "Grow Region...", "places=11,11,6", "frame=voxels", "method=confidence", "deviations=1");
		once(5, "Grow Region...", "places=9,9,9", "frame=voxels", "lowest=100", "farthest_mm=1");
		assertThrows(CommandFailure.class, () -> bench.run("Grow Region...", "places=1,1,1", "frame=voxels", "lowest=100"));
		assertThrows(CommandFailure.class, () -> bench.run("Grow Region...", "places=99,1,1", "frame=voxels", "lowest=100"));
	}

	@Test
	public void marginsShellsAndSmoothing() throws Exception {
		bench.run("Grow Region...", "places=26,21,6", "frame=voxels", "lowest=100");
		Mask cube = bench.voxels("A");
		VoxelBox image = SIZE.box();
		var mm = bench.session().segments().volume().spacing();
		long grown = BallMorphology.dilate(cube, Ellipsoid.ball(2.5), mm, image, Progress.NONE).count();
		once(grown, "Segment Margin...", "margin_mm=2.5");
		once(2 * 2 * 4, "Segment Margin...", "margin_mm=-1");
		once(SMALL - 2 * 2 * 4, "Hollow Segment...", "thickness_mm=1", "surface=outside");
		once(BallMorphology.open(cube, Ellipsoid.ball(1.5), mm, image, Progress.NONE).count(), "Smooth Segment...",
				"method=opening", "kernel_mm=3");
		assertThrows(CommandFailure.class, () -> bench.run("Segment Margin...", "margin_mm=0.5"));
		assertThrows(CommandFailure.class, () -> bench.run("Smooth Segment...", "kernel_mm=0.5"));
		bench.run("Smooth Segment...");
		assertFalse("corners go", bench.voxels("A").contains(25, 20, 5));
	}

	@Test
	public void segmentsAreCombined() throws Exception {
		bench.run("Segment Threshold...", "lowest=100");
		bench.run("Add Segment...", "segment_name=B", "class_key=structure");
		bench.run("Set Editing Mask...", "others=overlap");
		bench.run("Grow Region...", "places=26,21,6 11,11,6", "frame=voxels", "lowest=50");
		assertEquals(LARGE + SMALL, bench.count("B"));
		once(LARGE - HOLE + SMALL, "Combine Segments...", "segment=A", "operation=intersect", "other=B");
		once(LARGE + SMALL, "Combine Segments...", "segment=A", "operation=add", "other=B");
		once(LARGE + SMALL, "Combine Segments...", "segment=A", "operation=copy", "other=B");
		once(0, "Combine Segments...", "segment=A", "operation=subtract", "other=B");
		once(0, "Combine Segments...", "segment=A", "operation=clear");
		once(SIZE.voxels(), "Combine Segments...", "segment=A", "operation=fill");
		once(SIZE.voxels() - LARGE + HOLE - SMALL, "Combine Segments...", "segment=A", "operation=invert");
		assertThrows(CommandFailure.class, () -> bench.run("Combine Segments...", "segment=A"));
		assertEquals(FillHoles.of(bench.voxels("A"), Progress.NONE).count(), bench.count("B"));
	}

	@Test
	public void slicesBetweenAreFilled() throws Exception {
		for (int slice : new int[]{3, 7, 12})
			bench.run("Paint Segment...", "points=20,15", "radius_mm=5", "slice=" + slice);
		long disc = bench.count("A") / 3;
		once(10 * disc, "Fill Between Slices...");
		bench.run("Fill Between Slices...", "matching=whole");
		assertEquals(10 * disc, bench.count("A"));
		bench.run("Smooth Segments Jointly...", "sd_mm=1.5");
		assertTrue(bench.count("A") > 8 * disc);
	}

	@Test
	public void valuesArePartedIntoClasses() throws Exception {
		bench.run("Segment Otsu Class...", "segment=A", "class_count=3");
		assertEquals(LARGE + SMALL, bench.count("A"));
		bench.run("Segment Otsu Class...", "segment=A", "class_count=2", "number=1");
		assertEquals(2 * 30 * 14, bench.count("A"));
		assertThrows(CommandFailure.class, () -> bench.run("Segment Otsu Class...", "class_count=2", "number=3"));
	}

	@Test
	public void aSegmentIsKeptInsideAnotherAndMovesBetweenLayers() throws Exception {
		bench.run("Segment Threshold...", "segment=A", "lowest=90");
		bench.run("Add Segment...", "segment_name=B", "class_key=structure");
		bench.run("Set Editing Mask...", "others=overlap");
		bench.run("Paint Ball...", "segment=B", "places=18,12,6", "frame=voxels", "radius_mm=4");
		bench.run("Set Editing Mask...");
		int steps = bench.steps();
		bench.run("Keep Segment Inside...", "segment=B", "area=A");
		assertEquals(steps + 1, bench.steps());
		Mask b = bench.voxels("B");
		assertTrue(b.contains(16, 12, 6) && !b.contains(19, 12, 6));
		assertThrows(CommandFailure.class, () -> bench.run("Keep Segment Inside...", "segment=B"));
		assertThrows(CommandFailure.class, () -> bench.run("Move Segment To Layer...", "segment=B", "layer=0"));
		bench.run("Move Segment To Layer...", "segment=B", "layer=5");
		assertEquals(5, bench.segment("B").layer());
		assertEquals(b.count(), bench.count("B"));
	}

	@Test
	public void oneTimePointHasNothingToPropagate() throws Exception {
		bench.run("Segment Threshold...", "segment=A", "lowest=90");
		String message = assertThrows(CommandFailure.class, () -> bench.run("Propagate Key Frames...", "segment=A")).getMessage();
		assertTrue(message, message.contains("no time point to fill"));
	}
}
