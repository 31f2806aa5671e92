package org.annotomy.segmentation.surface;

import java.util.Arrays;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** The smallest box around the voxels of a mask, by several threads. */
final class MaskBounds {

	private MaskBounds() {}

	static VoxelBox of(Mask mask, Progress progress) {
		VoxelBox box = mask.box();
		VoxelBox[] found = new VoxelBox[box.nz()];
		Workers.forEach(box.nz(), progress, MarchingCubes.DOING, k -> found[k] = slice(mask, box.z() + k));
		VoxelBox bounds = VoxelBox.EMPTY;
		for (VoxelBox part : found)
			bounds = bounds.union(part);
		return bounds;
	}

	private static VoxelBox slice(Mask mask, int z) {
		VoxelBox box = mask.box();
		byte[] empty = new byte[box.nx()];
		int minX = Integer.MAX_VALUE;
		int maxX = -1;
		int minY = Integer.MAX_VALUE;
		int maxY = Integer.MIN_VALUE;
		for (int y = box.y(); y < box.endY(); y++) {
			int row = mask.index(box.x(), y, z);
			int first = Arrays.mismatch(mask.voxels(), row, row + box.nx(), empty, 0, box.nx());
			if (first < 0) continue;
			int last = box.nx() - 1;
			while (mask.voxels()[row + last] == 0)
				last--;
			minX = Math.min(minX, first);
			maxX = Math.max(maxX, last);
			minY = Math.min(minY, y);
			maxY = y;
		}
		return maxX < 0 ? VoxelBox.EMPTY : VoxelBox.between(box.x() + minX, minY, z, box.x() + maxX, maxY, z);
	}
}
