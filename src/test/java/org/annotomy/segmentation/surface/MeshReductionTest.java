package org.annotomy.segmentation.surface;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class MeshReductionTest {

	private static final VoxelSpacing CUBES = new VoxelSpacing(1, 1, 1);
	private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

	private static TriangleMesh ball(double radius) {
		int side = (int) (2 * radius) + 5;
		Mask mask = Meshes.ball(new VoxelBox(0, 0, 0, side, side, side), radius, new double[]{1, 1, 1});
		return SurfaceSmoothing.taubin(MarchingCubes.of(mask, CUBES, Progress.NONE), 20, Progress.NONE);
	}

	private static TriangleMesh reduced(TriangleMesh mesh, int triangles, double mm) {
		return MeshReduction.of(mesh, triangles, mm, Progress.NONE);
	}

	@Test
	public void aBallStaysAClosedBall() {
		TriangleMesh ball = ball(20);
		TriangleMesh few = reduced(ball, ball.triangles() / 10, NO_LIMIT);
		assertTrue(few.triangles() <= ball.triangles() / 10 && few.triangles() > ball.triangles() / 11);
		assertEquals(0, Meshes.openEdges(few));
		assertEquals(2, Meshes.eulerCharacteristic(few));
		assertEquals(ball.volume(), few.volume(), 0.005 * ball.volume());
	}

	/** The middle of a ball is as far from each place of its surface: the distance of any place tells how far off it is. */
	@Test
	public void noPlaceIsFartherOffThanTheErrorAllows() {
		TriangleMesh ball = ball(20);
		double[] before = distances(ball);
		for (double mm : new double[]{0.05, 0.2, 0.5}) {
			TriangleMesh few = reduced(ball, 0, mm);
			assertTrue("fewer at " + mm, few.triangles() < ball.triangles());
			double[] after = distances(few);
			assertTrue(mm + ": " + after[0] + " to " + after[1], after[0] > before[0] - mm && after[1] < before[1] + mm);
			assertEquals(0, Meshes.openEdges(few));
		}
		assertTrue(reduced(ball, 0, 0.5).triangles() < reduced(ball, 0, 0.05).triangles());
		assertEquals(ball.triangles(), reduced(ball, 0, 0).triangles(), 0.02 * ball.triangles());
	}

	/** The least and the largest distance of vertices and middles of triangles from the middle. */
	private static double[] distances(TriangleMesh mesh) {
		double middle = (2 * 20 + 4) / 2.0;
		double least = Double.POSITIVE_INFINITY;
		double most = 0;
		for (int i = 0; i < mesh.corners().length; i += 3)
			for (int part = 0; part < 4; part++) {
				double[] p = new double[3];
				for (int k = 0; k < 3; k++)
					for (int corner = 0; corner < 3; corner++)
						p[k] += mesh.xyz()[3 * mesh.corners()[i + corner] + k] * (part == 3 ? 1 / 3.0 : part == corner ? 1 : 0);
				double d = Math.sqrt(sq(p[0] - middle) + sq(p[1] - middle) + sq(p[2] - middle));
				least = Math.min(least, d);
				most = Math.max(most, d);
			}
		return new double[]{least, most};
	}

	private static double sq(double a) {
		return a * a;
	}

	/** Sides without curvature need no triangles; edges stay where they are. */
	@Test
	public void aBoxOfAThousandTrianglesBecomesABoxOfTwelve() {
		byte[] labels = new byte[10 * 8 * 6];
		Arrays.fill(labels, (byte) 1);
		TriangleMesh box = SurfaceNets.of(labels, new VolumeSize(10, 8, 6), new double[3],
				new double[]{1, 1, 1}, Progress.NONE).meshes()[1];
		TriangleMesh few = reduced(box, 0, 1e-6);
		assertEquals(12, few.triangles());
		assertEquals(480, few.volume(), 1e-2);
		assertEquals(2 * (80 + 60 + 48), few.area(), 1e-2);
	}

	@Test
	public void surfacesThatTouchThemselvesStayClosed() {
		for (int seed = 1; seed <= 12; seed++) {
			TriangleMesh noise = MarchingCubes.of(Meshes.noise(new VoxelBox(0, 0, 0, 12, 12, 12), 0.4, seed), CUBES,
					Progress.NONE);
			TriangleMesh few = reduced(noise, noise.triangles() / 4, NO_LIMIT);
			assertEquals("seed " + seed, 0, Meshes.openEdges(few));
			assertTrue(few.triangles() < noise.triangles());
		}
	}

	@Test
	public void theSameComesOutEachTimeAndWhatIsSmallEnoughStays() {
		TriangleMesh ball = ball(9);
		assertArrayEquals(reduced(ball, 200, NO_LIMIT).xyz(), reduced(ball, 200, NO_LIMIT).xyz(), 0);
		assertSame(ball, reduced(ball, ball.triangles(), 0));
		assertTrue(reduced(TriangleMesh.EMPTY, 0, 1).isEmpty());
	}

	@Test
	public void refusalsAndCancelling() {
		assertThrows(IllegalArgumentException.class, () -> reduced(ball(5), -1, 1));
		assertThrows(IllegalArgumentException.class, () -> reduced(ball(5), 1, Double.NaN));
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		TriangleMesh ball = ball(5);
		assertThrows(CancelledException.class, () -> MeshReduction.of(ball, 10, NO_LIMIT, cancelled));
	}
}
