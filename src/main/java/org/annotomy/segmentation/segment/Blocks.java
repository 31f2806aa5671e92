package org.annotomy.segmentation.segment;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.VoxelBox;

/** Which blocks of voxels a box touches. */
final class Blocks {

	private static final int SIDE = LabelBlock.SIDE;

	private Blocks() {}

	/** @param box inside the positive octant; what lies outside it has no blocks */
	static List<BlockIndex> of(VoxelBox box, int layer, int timePoint) {
		List<BlockIndex> blocks = new ArrayList<>();
		if (box.isEmpty()) return blocks;
		for (int z = Math.max(0, box.z()) / SIDE; z * SIDE < box.endZ(); z++)
			for (int y = Math.max(0, box.y()) / SIDE; y * SIDE < box.endY(); y++)
				for (int x = Math.max(0, box.x()) / SIDE; x * SIDE < box.endX(); x++)
					blocks.add(new BlockIndex(layer, x, y, z, timePoint));
		return blocks;
	}

	static VoxelBox box(BlockIndex index) {
		return new VoxelBox(index.x() * SIDE, index.y() * SIDE, index.z() * SIDE, SIDE, SIDE, SIDE);
	}
}
