package org.annotomy.segmentation.paint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.junit.Test;

public class RoundBrushTest {

	private static final VolumeSize SIZE = new VolumeSize(23, 17, 13);
	private static final VoxelSpacing MM = new VoxelSpacing(0.8, 1.1, 2.5);

	/** The brute-force twin: each voxel against finely spaced places of the path. */
	@Test
	public void strokesTakeWhatLiesNear() {
		Random random = new Random(4);
		for (int round = 0; round < 20; round++) {
			List<Position> path = new ArrayList<>();
			for (int i = 0; i <= random.nextInt(4); i++)
				path.add(new Position(random.nextDouble(-5, 28), random.nextDouble(-5, 22), random.nextDouble(-3, 16)));
			double radius = random.nextDouble(0.5, 6);
			Mask stroke = RoundBrush.ball(path, radius, SIZE, MM);
			for (int z = 0; z < SIZE.nz(); z++)
				for (int y = 0; y < SIZE.ny(); y++)
					for (int x = 0; x < SIZE.nx(); x++) {
						double distance = distance(path, x, y, z);
						boolean corner = pointsAt(path, x, y, z);
						if (Math.abs(distance - radius) > 0.02)
							assertEquals(distance < radius || corner, stroke.contains(x, y, z));
					}
		}
	}

	private static double distance(List<Position> path, int x, int y, int z) {
		double nearest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < path.size(); i++)
			for (int step = 0; step <= 400; step++) {
				Position a = path.get(Math.max(0, i - 1));
				Position p = a.plus(path.get(i).minus(a).times(step / 400.0));
				nearest = Math.min(nearest, Math.sqrt(Math.pow((p.x() - x) * 0.8, 2) + Math.pow((p.y() - y) * 1.1, 2)
						+ Math.pow((p.z() - z) * 2.5, 2)));
			}
		return nearest;
	}

	private static boolean pointsAt(List<Position> path, int x, int y, int z) {
		return path.stream().anyMatch(p -> Math.rint(p.x()) == x && Math.rint(p.y()) == y && Math.rint(p.z()) == z);
	}

	@Test
	public void aDiscIsOneSliceOfTheBall() {
		List<Position> path = List.of(new Position(11, 8, 6), new Position(15, 8, 6));
		Mask ball = RoundBrush.ball(path, 4, SIZE, MM);
		Mask disc = RoundBrush.disc(path, Axis.Z, 6, 4, SIZE, MM);
		assertEquals(ball.on(disc.box()).count(), disc.count());
		assertEquals(1, disc.box().nz());
	}

	@Test
	public void whatLiesFarOffCostsNothing() {
		Mask stroke = RoundBrush.ball(List.of(new Position(1e12, -1e12, 5), new Position(1e12, -1e12, 7)), 10, SIZE, MM);
		assertTrue(stroke.isEmpty());
		Mask near = RoundBrush.ball(List.of(new Position(3, 3, 3)), 2, new VolumeSize(512, 512, 300), MM);
		assertTrue("only the box around the stroke is kept", near.voxels().length < 200);
	}

	@Test
	public void nonsenseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> RoundBrush.ball(List.of(), 1, SIZE, MM));
		assertThrows(IllegalArgumentException.class, () -> RoundBrush.ball(List.of(Position.ORIGIN), -1, SIZE, MM));
		assertThrows(IllegalArgumentException.class, () -> RoundBrush.ball(List.of(Position.ORIGIN), Double.NaN, SIZE, MM));
	}
}
