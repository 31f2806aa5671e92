package org.annotomy.segmentation.volume;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;

/**
 * A binary volume on a box of the image's voxels.
 *
 * @param box where it lies; voxels outside are not in the mask
 * @param voxels one byte for each voxel of the box, x fastest: 0, or 1 for voxels in the mask; not copied
 */
public record Mask(VoxelBox box, byte[] voxels) {

	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	/** @throws IllegalArgumentException if the array has another length */
	public Mask {
		if (voxels.length != box.size().arrayLength())
			throw new IllegalArgumentException(
					"A mask has " + voxels.length + " bytes for " + box.size().voxels() + " voxels.");
	}

	/** Without a voxel. @throws IllegalArgumentException if the box is too large for an array */
	public static Mask empty(VoxelBox box) {
		return new Mask(box, new byte[box.size().arrayLength()]);
	}

	/** With every voxel of the box. */
	public static Mask full(VoxelBox box) {
		Mask mask = empty(box);
		Arrays.fill(mask.voxels, (byte) 1);
		return mask;
	}

	public VolumeSize size() {
		return box.size();
	}

	/** Whether a voxel of the image is in the mask; coordinates may lie anywhere. */
	public boolean contains(int x, int y, int z) {
		return box.contains(x, y, z) && voxels[index(x, y, z)] != 0;
	}

	/** Place in {@link #voxels} of a voxel of the image; not checked. */
	public int index(int x, int y, int z) {
		return x - box.x() + box.nx() * (y - box.y() + box.ny() * (z - box.z()));
	}

	/** How many voxels are in the mask. */
	public long count() {
		int eights = voxels.length / Long.BYTES * Long.BYTES;
		long count = 0;
		for (int i = 0; i < eights; i += Long.BYTES)
			count += Long.bitCount((long) EIGHT.get(voxels, i));
		for (int i = eights; i < voxels.length; i++)
			count += voxels[i];
		return count;
	}

	public boolean isEmpty() {
		for (byte voxel : voxels)
			if (voxel != 0) return false;
		return true;
	}

	/** The smallest box around the voxels of the mask; {@link VoxelBox#EMPTY} if there are none. */
	public VoxelBox bounds() {
		int minX = Integer.MAX_VALUE;
		int maxX = -1;
		int minY = Integer.MAX_VALUE;
		int maxY = -1;
		int minZ = Integer.MAX_VALUE;
		int maxZ = -1;
		byte[] none = new byte[box.nx()];
		for (int z = 0, row = 0; z < box.nz(); z++)
			for (int y = 0; y < box.ny(); y++, row += box.nx()) {
				int first = firstIn(row, row + box.nx(), none);
				if (first < 0) continue;
				minX = Math.min(minX, first - row);
				maxX = Math.max(maxX, lastIn(row, row + box.nx()) - row);
				minY = Math.min(minY, y);
				maxY = Math.max(maxY, y);
				minZ = Math.min(minZ, z);
				maxZ = z;
			}
		if (maxZ < 0) return VoxelBox.EMPTY;
		return VoxelBox.between(box.x() + minX, box.y() + minY, box.z() + minZ, box.x() + maxX, box.y() + maxY, box.z() + maxZ);
	}

	/** The same voxels on another box: cut off, or without voxels, where the boxes differ; a copy. */
	public Mask on(VoxelBox other) {
		Mask moved = empty(other);
		VoxelBox both = box.intersect(other);
		for (int z = both.z(); z < both.endZ(); z++)
			for (int y = both.y(); y < both.endY(); y++)
				System.arraycopy(voxels, index(both.x(), y, z), moved.voxels, moved.index(both.x(), y, z), both.nx());
		return moved;
	}

	private int firstIn(int from, int to, byte[] none) {
		int first = Arrays.mismatch(voxels, from, to, none, 0, to - from);
		return first < 0 ? -1 : from + first;
	}

	private int lastIn(int from, int to) {
		int i = to - 1;
		while (i >= from && voxels[i] == 0)
			i--;
		return i;
	}
}
