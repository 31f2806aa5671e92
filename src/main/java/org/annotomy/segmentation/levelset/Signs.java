package org.annotomy.segmentation.levelset;

import java.util.Arrays;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** The voxels at which numbers lie below a level. */
final class Signs {

	private static final String DOING = "Marking voxels";

	private Signs() {}

	/** Those below 0, on the smallest box around them. */
	static Mask inside(float[] numbers, VoxelBox box) {
		return below(numbers, Math.nextDown(0f), box);
	}

	/** Those at a level or below it, on the smallest box around them; NaN never. */
	static Mask below(float[] numbers, float level, VoxelBox box) {
		VoxelBox[] found = new VoxelBox[box.nz()];
		Workers.forEach(box.nz(), Progress.NONE, DOING, k -> found[k] = bounds(numbers, level, box, k));
		VoxelBox around = Arrays.stream(found).reduce(VoxelBox.EMPTY, VoxelBox::union);
		Mask mask = Mask.empty(around);
		Workers.forEach(around.nz(), Progress.NONE, DOING, k -> {
			for (int y = around.y(); y < around.endY(); y++) {
				int from = box.size().index(around.x() - box.x(), y - box.y(), around.z() - box.z() + k);
				int to = mask.index(around.x(), y, around.z() + k);
				for (int i = 0; i < around.nx(); i++)
					mask.voxels()[to + i] = (byte) (numbers[from + i] <= level ? 1 : 0);
			}
		});
		return mask;
	}

	private static VoxelBox bounds(float[] numbers, float level, VoxelBox box, int k) {
		int minX = box.nx();
		int maxX = -1;
		int minY = box.ny();
		int maxY = -1;
		for (int j = 0, at = box.size().index(0, 0, k); j < box.ny(); j++)
			for (int i = 0; i < box.nx(); i++, at++) {
				if (!(numbers[at] <= level)) continue;
				minX = Math.min(minX, i);
				maxX = Math.max(maxX, i);
				minY = Math.min(minY, j);
				maxY = j;
			}
		return VoxelBox.between(box.x() + minX, box.y() + minY, box.z() + k, box.x() + maxX, box.y() + maxY, box.z() + k);
	}
}
