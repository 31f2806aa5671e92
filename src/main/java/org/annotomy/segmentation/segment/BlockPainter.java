package org.annotomy.segmentation.segment;

import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;

/** Gives a label the voxels of a mask, block by block. */
final class BlockPainter {

	private final Mask mask;
	private final int value;
	private final GivingWay others;

	/**
	 * @param mask the voxels that have the label afterwards; outside its box nothing changes
	 * @param others which labels give way
	 */
	BlockPainter(Mask mask, int value, GivingWay others) {
		this.mask = mask;
		this.value = value;
		this.others = others;
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
					if (mask.voxels()[mask.index(x, y, z)] != 0 && now != value && !others.gives(now)) return true;
				}
		return false;
	}

	private boolean paintRow(short[] labels, int at, int inMask, int count) {
		boolean changed = false;
		int last = 0;
		boolean gives = true;
		for (int i = 0; i < count; i++) {
			int now = labels[at + i] & 0xffff;
			if (now != last) {
				last = now;
				gives = others.gives(now);
			}
			boolean wanted = mask.voxels()[inMask + i] != 0;
			if (wanted ? now == value || !gives : now != value) continue;
			labels[at + i] = (short) (wanted ? value : 0);
			changed = true;
		}
		return changed;
	}
}
