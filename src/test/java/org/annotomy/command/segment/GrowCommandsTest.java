package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.command.CommandFailure;
import org.annotomy.geometry.VolumeSize;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Commands that segment by growing and flooding, on two bright balls that touch, in the dark; voxels of 1 × 1 × 2.5 mm. */
public class GrowCommandsTest {

	private static final VolumeSize SIZE = new VolumeSize(48, 32, 12);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	private static boolean isBright(int x, int y, int z) {
		return inBall(x - 16, y, z, 8) || inBall(x - 29, y, z, 7);
	}

	private static boolean inBall(int dx, int y, int z, double radiusMm) {
		return dx * dx + (y - 16) * (y - 16) + 6.25 * (z - 6) * (z - 6) <= radiusMm * radiusMm;
	}

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), SIZE,
				(x, y, z) -> (isBright(x, y, z) ? 200 : 20) + (x * 7 + y * 13 + z * 29) % 11);
		bench.run("Add Segment...", "segment_name=Bright", "class_key=structure");
		bench.run("Add Segment...", "segment_name=Dark", "class_key=structure");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	private void ball(String segment, String places) throws Exception {
		bench.run("Paint Ball...", "segment=" + segment, "places=" + places, "frame=voxels", "radius_mm=2");
	}

	private long bright() {
		long count = 0;
		for (int z = 0; z < 12; z++)
			for (int y = 0; y < 32; y++)
				for (int x = 0; x < 48; x++)
					if (isBright(x, y, z)) count++;
		return count;
	}

	@Test
	public void segmentsGrowUntilTheyMeetAsOneStepOfUndo() throws Exception {
		ball("Bright", "16,16,6 29,16,6");
		ball("Dark", "3,3,1 44,3,1 44,28,10 3,28,10");
		int steps = bench.steps();
		bench.run("Grow From Seeds...", "segments=all", "surroundings=Dark");
		assertEquals(steps + 1, bench.steps());
		assertEquals(bright(), bench.count("Bright"));
		assertTrue(bench.count("Dark") < 2000);
		bench.session().document().undo();
		bench.run("Grow From Seeds...", "segments=Bright,Dark");
		assertEquals(bright(), bench.count("Bright"));
		assertTrue(bench.count("Dark") > 8000);
		assertFalse(bench.voxels("Dark").contains(16, 16, 6));
	}

	@Test
	public void randomWalksEndAtTheSegmentsTheyMeetFirstAsOneStepOfUndo() throws Exception {
		ball("Bright", "16,16,6 29,16,6");
		ball("Dark", "3,3,1 44,3,1 44,28,10 3,28,10");
		int steps = bench.steps();
		bench.run("Random Walker From Seeds...", "segments=all", "surroundings=Dark");
		assertEquals(steps + 1, bench.steps());
		assertEquals(bright(), bench.count("Bright"));
		assertTrue(bench.count("Dark") < 2000);
		bench.session().document().undo();
		bench.run("Set Editing Mask...", "lowest=150");
		bench.run("Random Walker From Seeds...", "segments=all", "beta=0");
		assertEquals("without a beta the mask alone holds it back", bright(), bench.count("Bright"));
	}

	@Test
	public void whatASegmentTakesFromAnotherIsSaid() throws Exception {
		ball("Bright", "16,16,6");
		assertEquals("", bench.notes());
		long before = bench.count("Bright");
		ball("Dark", "17,16,6");
		long taken = before - bench.count("Bright");
		assertTrue(taken > 5);
		assertEquals("Took " + taken + " voxels from Bright.", bench.notes());
		bench.run("Paint Ball...", "segment=Dark", "places=16,16,6", "frame=voxels", "radius_mm=6");
		assertEquals("Took " + (before - taken) + " voxels from Bright. Bright has no voxels left.", bench.notes());
	}

	@Test
	public void growthKeepsToTheEditingMask() throws Exception {
		ball("Bright", "16,16,6");
		ball("Dark", "3,3,1 44,3,1 44,28,10");
		bench.run("Set Editing Mask...", "lowest=150");
		bench.run("Grow From Seeds...", "segments=all");
		assertEquals(bright(), bench.count("Bright"));
		assertTrue(bench.count("Dark") < 2000);
	}

	@Test
	public void whatCannotGrowIsRefused() throws Exception {
		ball("Bright", "16,16,6");
		String message = assertThrows(CommandFailure.class, () -> bench.run("Grow From Seeds...", "segments=all")).getMessage();
		assertTrue(message, message.contains("Dark has no voxels"));
		assertThrows(CommandFailure.class, () -> bench.run("Grow From Seeds...", "segments=Bright"));
	}

	@Test
	public void touchingBallsBecomeTwoSegments() throws Exception {
		ball("Bright", "16,16,6");
		ball("Dark", "3,3,1 44,3,1 44,28,10");
		bench.run("Grow From Seeds...", "segments=all", "surroundings=Dark");
		int steps = bench.steps();
		assertEquals(bright(), bench.count("Bright"));
		bench.run("Split Touching Objects...", "segment=Bright", "least_depth_mm=1.5");
		assertEquals(steps + 1, bench.steps());
		assertEquals(bright(), bench.count("Bright") + bench.count("number:3"));
		assertTrue(bench.voxels("Bright").contains(12, 16, 6) && bench.voxels("number:3").contains(33, 16, 6));
		String message = assertThrows(CommandFailure.class,
				() -> bench.run("Split Touching Objects...", "segment=Bright", "least_depth_mm=20")).getMessage();
		assertTrue(message, message.contains("one object"));
	}
}
