package org.annotomy.segmentation.segment;

import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;

/** Gives a label the voxels of a mask, block by block. */
final class BlockPainter {

	private final Mask mask;
	private final int value;
	private final boolean[] yields;

	/**
	 * @param mask the voxels that have the label afterwards; outside its box nothing changes
	 * @param yields by label value, whether it gives way
	 */
	BlockPainter(Mask mask, int value, boolean[] yields) {
		this.mask = mask;
		this.value = value;
		this.yields = yields;
	}

	/** @return the same block if nothing changes */
	LabelBlock paint(LabelBlock before, VoxelBox block) {
		short[] labels = before.toArray();
		VoxelBox both = block.intersect(mask.box());
		boolean changed = false;
		for (int z = both.z(); z < both.endZ(); z++)
			for (int y = both.y(); y < both.endY(); y++)
				changed |= paintRow(labels, BlockIndex.offset(both.x(), y, z),
						mask.index(both.x(), y, z), both.nx());
		return changed ? LabelBlock.of(labels) : before;
	}

	/** Whether some voxel of the mask belongs to a label that does not give way. */
	boolean isHindered(LabelBlock block, VoxelBox box) {
		if (block.isEmpty()) return false;
		short[] labels = block.toArray();
		VoxelBox both = box.intersect(mask.box());
		for (int z = both.z(); z < both.endZ(); z++)
			for (int y = both.y(); y < both.endY(); y++)
				for (int x = both.x(); x < both.endX(); x++) {
					int now = labels[BlockIndex.offset(x, y, z)] & 0xffff;
					if (mask.voxels()[mask.index(x, y, z)] != 0 && now != value && !yields[now]) return true;
				}
		return false;
	}

	private boolean paintRow(short[] labels, int at, int inMask, int count) {
		boolean changed = false;
		for (int i = 0; i < count; i++) {
			int now = labels[at + i] & 0xffff;
			boolean wanted = mask.voxels()[inMask + i] != 0;
			if (wanted ? now == value || !yields[now] : now != value) continue;
			labels[at + i] = (short) (wanted ? value : 0);
			changed = true;
		}
		return changed;
	}
}
