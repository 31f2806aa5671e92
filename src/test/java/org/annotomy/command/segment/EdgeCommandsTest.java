package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.command.CommandFailure;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the tools along edges do, as commands: on a bright ball of 15 mm radius with soft edges, in voxels of 1 × 1 × 2.5 mm. */
public class EdgeCommandsTest {

	private static final VolumeSize SIZE = new VolumeSize(60, 50, 20);
	private static final int[] MIDDLE = {30, 25, 10};
	private static final double RADIUS_MM = 15;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), SIZE,
				(x, y, z) -> (int) Math.round(200 / (1 + Math.exp(2 * (distanceMm(x, y, z) - RADIUS_MM)))));
		bench.run("Add Segment...", "segment_name=Ball", "class_key=structure");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	private static double distanceMm(int x, int y, int z) {
		return Math.sqrt((x - 30) * (x - 30) + (y - 25) * (y - 25) + 6.25 * (z - 10) * (z - 10));
	}

	/** Dice of the segment with the ball on the middle slice across an axis, where alone it may have voxels. */
	private double dice(Axis across) throws Exception {
		Mask found = bench.voxels("Ball");
		long both = 0;
		long ball = 0;
		for (int z = 0; z < 20; z++)
			for (int y = 0; y < 50; y++)
				for (int x = 0; x < 60; x++) {
					boolean onSlice = across.slice(x, y, z) == across.slice(MIDDLE[0], MIDDLE[1], MIDDLE[2]);
					assertTrue("on the slice only", onSlice || !found.contains(x, y, z));
					boolean inside = onSlice && distanceMm(x, y, z) <= RADIUS_MM;
					if (inside) ball++;
					if (inside && found.contains(x, y, z)) both++;
				}
		return 2.0 * both / (ball + found.count());
	}

	private static String slice(Axis across) {
		return "slice=" + (across.slice(MIDDLE[0], MIDDLE[1], MIDDLE[2]) + 1);
	}

	private static String across(Axis axis) {
		return "across=" + axis.name().toLowerCase();
	}

	/** A pixel half as bright as the ball lies on its surface. */
	@Test
	public void aLevelIsTracedAcrossEachAxis() throws Exception {
		for (Axis axis : Axis.values()) {
			int steps = bench.steps();
			String place = axis == Axis.X ? "place=10.5,10.5" : axis == Axis.Y ? "place=15.5,10.5" : "place=15.5,25.5";
			bench.run("Trace Level...", place, across(axis), slice(axis));
			assertEquals(steps + 1, bench.steps());
			assertTrue(axis + ": " + dice(axis), dice(axis) > 0.97);
			bench.session().document().undo();
			assertEquals(0, bench.count("Ball"));
		}
		refused("outside the slice", "Trace Level...", "place=70,3", "slice=3");
		refused("one place", "Trace Level...", "place=10,3 4,4", "slice=3");
	}

	@Test
	public void aLiveWireEnclosesTheBall() throws Exception {
		bench.run("Live Wire...", "points=30.5,10.5 45.5,25.5 30.5,40.5 15.5,25.5", slice(Axis.Z));
		assertTrue("" + dice(Axis.Z), dice(Axis.Z) > 0.93);
		bench.session().document().undo();
		bench.run("Live Wire...", "points=30.5,4.5 45.5,10.5 30.5,16.5 15.5,10.5", slice(Axis.Y), across(Axis.Y));
		assertTrue("" + dice(Axis.Y), dice(Axis.Y) > 0.85);
		refused("two places", "Live Wire...", "points=3,3");
	}

	@Test
	public void theEdgeBrushStaysInTheBall() throws Exception {
		bench.run("Paint Along Edges...", "points=30.5,25.5", "radius_mm=19", slice(Axis.Z));
		assertTrue("" + dice(Axis.Z), dice(Axis.Z) > 0.93);
		bench.run("Paint Along Edges...", "points=30.5,25.5", "radius_mm=19", "effect=take away", slice(Axis.Z));
		assertEquals(0, bench.count("Ball"));
		bench.run("Paint Along Edges...", "points=30.5,25.5", "radius_mm=19", "tip=ball", slice(Axis.Z));
		Mask ball = bench.voxels("Ball");
		assertTrue(ball.contains(30, 25, 5) && ball.contains(18, 25, 10));
		assertFalse(ball.contains(30, 25, 3) || ball.contains(47, 25, 10));
	}

	/** The mask leaves open only what is brighter than 150: the border cannot be pushed beyond. */
	@Test
	public void theBorderIsPushedUnderTheEditingMask() throws Exception {
		bench.run("Paint Segment...", "points=30.5,25.5", "radius_mm=8", slice(Axis.Z));
		long before = bench.count("Ball");
		bench.run("Set Editing Mask...", "lowest=150");
		bench.run("Push Segment Border...", "points=30.5,25.5 60,25.5", "radius_mm=8", slice(Axis.Z));
		assertTrue(bench.voxels("Ball").contains(43, 25, 10));
		assertFalse(bench.voxels("Ball").contains(46, 25, 10));
		bench.run("Set Editing Mask...");
		bench.run("Push Segment Border...", "points=55.5,25.5 25.5,25.5", "radius_mm=8", slice(Axis.Z));
		assertTrue(bench.count("Ball") < before);
		assertFalse(bench.voxels("Ball").contains(43, 25, 10));
		refused("out of range", "Push Segment Border...", "points=3,3", "radius_mm=-1");
	}

	@Test
	public void outlinesAreFilledAndCutAcrossEachAxis() throws Exception {
		bench.run("Fill Outline Into Segment...", "points=10,5 20,5 20,15 10,15", "across=y", "first_slice=3", "last_slice=5");
		assertEquals(new VoxelBox(10, 2, 5, 10, 3, 10), bench.voxels("Ball").bounds());
		assertEquals(300, bench.count("Ball"));
		bench.run("Fill Outline Into Segment...", "points=0,0 3,0 3,20 0,20", "across=x", "first_slice=1", "last_slice=60",
				"effect=erase inside");
		assertEquals(200, bench.count("Ball"));
		bench.run("Fill Outline Into Segment...", "points=12,0 14,0 14,50 12,50", "first_slice=1", "last_slice=20",
				"effect=erase outside");
		assertEquals(new VoxelBox(12, 3, 5, 2, 2, 10), bench.voxels("Ball").bounds());
		refused("three corners", "Fill Outline Into Segment...", "points=3,3 4,4", "first_slice=1");
		refused("slices 1 to 60", "Fill Outline Into Segment...", "points=3,3 4,4 5,3", "across=x", "first_slice=61");
	}

	private void refused(String because, String label, String... options) {
		Throwable failure = assertThrows(Throwable.class, () -> bench.run(label, options));
		assertTrue(failure.getMessage(),
				failure instanceof CommandFailure || failure.getClass().getSimpleName().equals("OptionException"));
		assertTrue(failure.getMessage(), failure.getMessage().contains(because));
	}
}
