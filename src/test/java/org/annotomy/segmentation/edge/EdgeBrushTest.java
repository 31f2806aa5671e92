package org.annotomy.segmentation.edge;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.paint.RoundBrush;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** On a volume that is bright left of column 30, in noise; voxels of 1 × 1 × 2.5 mm. */
public class EdgeBrushTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static final VolumeSize SIZE = new VolumeSize(64, 48, 16);
	private static AnnotationSession session;

	@BeforeClass
	public static void open() throws Exception {
		Random random = new Random(3);
		session = SegmentBench.open(FOLDER.getRoot().toPath(), SIZE,
				(x, y, z) -> (int) ((x < 30 ? 200 : 0) + 12 * random.nextGaussian())).session();
	}

	@AfterClass
	public static void close() throws Exception {
		session.close();
	}

	private static ImageVolume volume() {
		return session.segments().volume();
	}

	private static EdgeBrush brush(boolean ball, double radiusMm, double granularity) {
		return new EdgeBrush(volume(), new EdgeBrush.Tip(Axis.Z, 8, radiusMm, ball), granularity, 1);
	}

	@Test
	public void itStopsAtAnEdgeThatItReachesOver() {
		for (boolean ball : new boolean[]{false, true}) {
			Mask left = brush(ball, 10, 0.3).stroke(List.of(new Position(25, 24, 8)), Progress.NONE);
			Mask right = brush(ball, 10, 0.3).stroke(List.of(new Position(35, 24, 8)), Progress.NONE);
			assertTrue("reaches the edge", left.contains(28, 24, 8) && right.contains(31, 24, 8));
			for (int x = 32; x < 36; x++)
				assertFalse("beyond the edge " + x, left.contains(x, 24, 8));
			for (int x = 24; x < 28; x++)
				assertFalse("beyond the edge " + x, right.contains(x, 24, 8));
			assertEquals("other slices", ball, left.contains(25, 24, 10));
		}
	}

	@Test
	public void whereThereIsNothingButNoiseTheWholeBrushIsTaken() {
		Position at = new Position(12, 20, 8);
		Mask taken = brush(true, 8, 0.3).stroke(List.of(at), Progress.NONE);
		Mask all = RoundBrush.ball(List.of(at), 8, SIZE, volume().spacing());
		assertTrue(taken.count() + " of " + all.count(), taken.count() > 0.95 * all.count());
	}

	/** What a preview has shown of a stroke stays as the stroke goes on. */
	@Test
	public void aLongerPathTakesNothingBack() {
		Random random = new Random(11);
		List<Position> path = new ArrayList<>(List.of(new Position(20, 20, 8)));
		Mask before = brush(false, 6, 0.3).stroke(path, Progress.NONE);
		for (int i = 0; i < 12; i++) {
			Position last = path.get(path.size() - 1);
			path.add(new Position(last.x() + random.nextDouble(-4, 6), last.y() + random.nextDouble(-3, 4), 8));
			Mask after = brush(false, 6, 0.3).stroke(path, Progress.NONE);
			byte[] kept = after.on(before.box()).voxels();
			for (int k = 0; k < kept.length; k++)
				assertTrue("step " + i, kept[k] >= before.voxels()[k]);
			before = after;
		}
		assertArrayEquals(before.voxels(), brush(false, 6, 0.3).stroke(path, Progress.NONE).voxels());
	}

	@Test
	public void withoutAnyEdgesItIsTheRoundBrush() {
		Position at = new Position(28, 24, 8);
		Mask taken = brush(false, 9, 1).stroke(List.of(at), Progress.NONE);
		Mask disc = RoundBrush.disc(List.of(at), Axis.Z, 8, 9, SIZE, volume().spacing());
		assertEquals(disc.count(), taken.count());
	}

	@Test
	public void besideTheImageItTakesNothing() {
		assertTrue(brush(false, 5, 0.3).stroke(List.of(new Position(-20, 4, 8)), Progress.NONE).isEmpty());
		assertThrows(IllegalArgumentException.class, () -> brush(false, 5, 1.5));
		assertThrows(IllegalArgumentException.class, () -> brush(false, 5, 0.3).stroke(List.of(), Progress.NONE));
	}
}
