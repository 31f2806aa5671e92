package org.annotomy.segmentation.levelset;

import java.util.List;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** Level functions from which contours start: below 0 inside. */
public final class StartingShapes {

	private StartingShapes() {}

	/**
	 * The distance from the nearest of some balls, below 0 in them.
	 *
	 * @param box whose voxels are asked for
	 * @throws IllegalArgumentException if there is no ball
	 */
	public static float[] balls(List<StartBall> balls, VoxelBox box, VoxelSpacing spacing, Progress progress) {
		if (balls.isEmpty()) throw new IllegalArgumentException("A contour needs at least one ball to start from.");
		float[] distances = new float[box.size().arrayLength()];
		Workers.forEach(box.nz(), progress, "Placing the contour", k -> {
			for (int j = 0, at = box.size().index(0, 0, k); j < box.ny(); j++)
				for (int i = 0; i < box.nx(); i++, at++) {
					double nearest = Double.POSITIVE_INFINITY;
					for (StartBall ball : balls)
						nearest = Math.min(nearest, ball.distanceMm(box.x() + i, box.y() + j, box.z() + k, spacing));
					distances[at] = (float) nearest;
				}
		});
		return distances;
	}

	/** The sides of a mask, without distances. */
	public static float[] of(Mask mask, VoxelBox box) {
		byte[] inside = mask.on(box).voxels();
		float[] sides = new float[inside.length];
		for (int i = 0; i < sides.length; i++)
			sides[i] = inside[i] != 0 ? -1 : 1;
		return sides;
	}
}
