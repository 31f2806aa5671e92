package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.command.CommandFailure;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.Mask;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Commands by which a front finds a segment: a bright ellipsoid in the dark, voxels of 1 × 1 × 2.5 mm, some noise. */
public class FrontCommandsTest {

	private static final VolumeSize SIZE = new VolumeSize(48, 40, 16);
	private static final String PLACE = "places=22,20,8";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	private static boolean isBright(int x, int y, int z) {
		return (x - 23) * (x - 23) / 196.0 + (y - 20) * (y - 20) / 100.0 + 6.25 * (z - 8) * (z - 8) / 144 <= 1;
	}

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), SIZE,
				(x, y, z) -> (isBright(x, y, z) ? 160 : 20) + (x * 37 + y * 113 + z * 229 + x * y * 7) % 60);
		bench.run("Add Segment...", "segment_name=Bright", "class_key=structure");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	private double dice() {
		Mask mask = bench.voxels("Bright");
		long both = 0;
		long truth = 0;
		for (int z = 0; z < SIZE.nz(); z++)
			for (int y = 0; y < SIZE.ny(); y++)
				for (int x = 0; x < SIZE.nx(); x++) {
					if (!isBright(x, y, z)) continue;
					truth++;
					if (mask.contains(x, y, z)) both++;
				}
		return 2.0 * both / (truth + mask.count());
	}

	private void assertFound(double least) {
		assertTrue("Dice " + dice(), dice() > least);
	}

	@Test
	public void aContourFindsTheEllipsoidByEachSpeedAsOneStepOfUndo() throws Exception {
		int steps = bench.steps();
		bench.run("Evolve Contour...", PLACE, "frame=voxels");
		assertEquals(steps + 1, bench.steps());
		assertFound(0.98);
		assertTrue(bench.notes(), bench.notes().matches("Moved \\d+ times: it came to rest\\."));
		bench.session().document().undo();
		assertEquals(0, bench.count("Bright"));
		bench.run("Evolve Contour...", PLACE, "frame=voxels", "speed=range", "lowest=110");
		assertFound(0.98);
		bench.run("Evolve Contour...", PLACE, "frame=voxels", "speed=edges");
		assertFound(0.95);
	}

	@Test
	public void aContourStartsFromTheSegmentToo() throws Exception {
		bench.run("Paint Ball...", PLACE, "frame=voxels", "radius_mm=4");
		bench.run("Evolve Contour...");
		assertFound(0.98);
	}

	/** Nothing holds it back before the end of the part in which it may move. */
	@Test
	public void aContourThatLeaksOrGoesOnIsToldOf() throws Exception {
		bench.run("Evolve Contour...", PLACE, "frame=voxels", "speed=range", "lowest=-999", "farthest_mm=6");
		assertTrue(bench.notes(), bench.notes().contains("farthest distance: it has leaked"));
		bench.run("Evolve Contour...", PLACE, "frame=voxels", "iterations=3");
		assertTrue(bench.notes(), bench.notes().startsWith("Moved 3 times and has not come to rest"));
	}

	@Test
	public void aFrontTakesWhatItReachesFirst() throws Exception {
		bench.run("Fast Marching...", PLACE, "frame=voxels", "volume_percent=7");
		assertEquals(Math.round(SIZE.voxels() * 0.07), bench.count("Bright"));
		bench.run("Fast Marching...", PLACE, "frame=voxels", "volume_percent=100", "longest_time=60", "deviation=30");
		assertFound(0.97);
		bench.run("Fast Marching...", PLACE, "frame=voxels", "speed=constant", "volume_percent=100", "longest_time=6");
		Mask ball = bench.voxels("Bright");
		assertTrue(ball.contains(30, 20, 8) && !ball.contains(31, 20, 8));
	}

	@Test
	public void frontsKeepToTheEditingMask() throws Exception {
		bench.run("Set Editing Mask...", "lowest=100");
		bench.run("Evolve Contour...", PLACE, "frame=voxels");
		assertFound(0.98);
		bench.run("Fast Marching...", PLACE, "frame=voxels", "speed=constant", "volume_percent=100");
		assertEquals(1, dice(), 0);
	}

	@Test
	public void ballsMayDiffer() throws Exception {
		bench.run("Fast Marching...", "places=22,20,8 30,20,8", "frame=voxels", "radii_mm=2.5 4.5",
				"speed=constant", "volume_percent=100", "longest_time=0.001");
		Mask balls = bench.voxels("Bright");
		assertTrue(balls.contains(20, 20, 8) && !balls.contains(19, 20, 8));
		assertTrue(balls.contains(34, 20, 8) && !balls.contains(35, 20, 8));
		String message = assertThrows(CommandFailure.class,
				() -> bench.run("Evolve Contour...", PLACE, "frame=voxels", "radii_mm=3 4")).getMessage();
		assertTrue(message, message.contains("2 radii for 1 places"));
	}

	@Test
	public void whatCannotMoveIsRefused() {
		String message = assertThrows(CommandFailure.class, () -> bench.run("Evolve Contour...")).getMessage();
		assertTrue(message, message.contains("no voxels"));
		message = assertThrows(CommandFailure.class,
				() -> bench.run("Evolve Contour...", PLACE, "frame=voxels", "speed=range")).getMessage();
		assertTrue(message, message.contains("at least one end"));
		message = assertThrows(CommandFailure.class, () -> bench.run("Evolve Contour...", PLACE, "frame=voxels", "propagation=0",
				"curvature_mm=0", "advection_mm=0")).getMessage();
		assertTrue(message, message.contains("nothing would move"));
		message = assertThrows(CommandFailure.class,
				() -> bench.run("Fast Marching...", "places=999,0,0", "frame=voxels")).getMessage();
		assertTrue(message, message.contains("outside the image"));
	}
}
