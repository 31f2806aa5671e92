package org.annotomy.segmentation.interpolation;

import java.util.Arrays;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;

/** The slices of a mask across an axis, each moved to place 0 of that axis, so that they lie on each other. */
record FlatSlices(Mask mask, Axis across) {

	/** One slice of the whole mask. */
	Mask at(int slice) {
		VoxelBox box = mask.box();
		Mask cut = mask.on(box.intersect(place(box, slice, 1)));
		return cut.box().isEmpty() ? Mask.empty(VoxelBox.EMPTY) : new Mask(place(cut.box(), 0, 1), cut.voxels());
	}

	/** The slices that have a voxel, in order. */
	int[] drawn() {
		VoxelBox bounds = mask.bounds();
		int first = across.slice(bounds.x(), bounds.y(), bounds.z());
		boolean[] drawn = new boolean[across.slices(bounds.size())];
		byte[] none = new byte[bounds.nx()];
		for (int z = bounds.z(); z < bounds.endZ(); z++)
			for (int y = bounds.y(); y < bounds.endY(); y++) {
				int row = mask.index(bounds.x(), y, z);
				if (across == Axis.X)
					for (int x = 0; x < bounds.nx(); x++)
						drawn[x] |= mask.voxels()[row + x] != 0;
				else
					if (!drawn[across.slice(0, y, z) - first])
						drawn[across.slice(0, y, z) - first] = Arrays.mismatch(mask.voxels(), row, row + bounds.nx(), none, 0,
								bounds.nx()) >= 0;
			}
		int count = 0;
		int[] slices = new int[drawn.length];
		for (int i = 0; i < drawn.length; i++)
			if (drawn[i]) slices[count++] = first + i;
		return Arrays.copyOf(slices, count);
	}

	/** A box with other slices. */
	VoxelBox place(VoxelBox box, int first, int count) {
		return switch (across) {
			case X -> new VoxelBox(first, box.y(), box.z(), count, box.ny(), box.nz());
			case Y -> new VoxelBox(box.x(), first, box.z(), box.nx(), count, box.nz());
			case Z -> new VoxelBox(box.x(), box.y(), first, box.nx(), box.ny(), count);
		};
	}

	/** Adds the voxels of a flat mask to one slice, as far as this mask's box reaches. */
	void add(Mask flat, int slice) {
		VoxelBox box = place(flat.box(), slice, flat.box().isEmpty() ? 0 : 1);
		VoxelBox both = box.intersect(mask.box());
		Mask there = new Mask(box, flat.voxels());
		for (int z = both.z(); z < both.endZ(); z++)
			for (int y = both.y(); y < both.endY(); y++) {
				int from = there.index(both.x(), y, z);
				int to = mask.index(both.x(), y, z);
				for (int x = 0; x < both.nx(); x++)
					mask.voxels()[to + x] |= there.voxels()[from + x];
			}
	}
}
