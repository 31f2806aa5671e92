package org.annotomy.segmentation.surface;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Surfaces with fewer triangles: voxels are taken together to blocks, and the surface runs where half of a block lies inside. For a preview;
 * details smaller than a block may be lost.
 */
public final class CoarseMask {

	private static final int FULL = 254;
	private static final int HALF = FULL / 2;

	private CoarseMask() {}

	/**
	 * The surface of a mask, coarser.
	 *
	 * @param block voxels along x, y and z that are taken together, each from 1 to 16
	 * @return as {@link MarchingCubes#of}; of a mask all of whose blocks are less than half full the surface in full detail
	 * @throws IllegalArgumentException if a block has another size
	 */
	public static TriangleMesh surface(Mask mask, VoxelSpacing spacing, int[] block, Progress progress) {
		for (int side : block)
			if (side < 1 || side > 16)
				throw new IllegalArgumentException("A block of " + side + " voxels is too small or too large.");
		VoxelBox bounds = MaskBounds.of(mask, progress.part(0, 0.1));
		if (bounds.isEmpty()) return TriangleMesh.EMPTY;
		if (block[0] * block[1] * block[2] == 1) return MarchingCubes.of(mask, spacing, progress);
		VolumeSize size = new VolumeSize(blocks(bounds.nx(), block[0]), blocks(bounds.ny(), block[1]),
				blocks(bounds.nz(), block[2]));
		byte[] filled = new byte[size.arrayLength()];
		Workers.forEach(size.nz() - 2, progress.part(0.1, 0.4), MarchingCubes.DOING,
				k -> fill(mask, bounds, block, size, k + 1, filled));
		double[] mm = {spacing.xMm(), spacing.yMm(), spacing.zMm()};
		int[] first = {bounds.x(), bounds.y(), bounds.z()};
		double[] origin = new double[3];
		double[] step = new double[3];
		for (int axis = 0; axis < 3; axis++) {
			step[axis] = block[axis] * mm[axis];
			// The first block holds no voxel: it lies before the mask.
			origin[axis] = (first[axis] - block[axis] + (block[axis] - 1) / 2.0) * mm[axis];
		}
		TriangleMesh mesh = MarchingCubes.around(filled, size, HALF, origin, step, progress.part(0.4, 1));
		return mesh.isEmpty() ? MarchingCubes.of(mask, spacing, progress) : mesh;
	}

	private static int blocks(int voxels, int side) {
		return (voxels + side - 1) / side + 2;
	}

	/** How full the blocks of one slice of them are, from 0 to {@value #FULL}. */
	private static void fill(Mask mask, VoxelBox bounds, int[] block, VolumeSize size, int blockZ, byte[] filled) {
		int[] counts = new int[size.nx() * size.ny()];
		int from = bounds.z() + (blockZ - 1) * block[2];
		for (int z = from; z < Math.min(bounds.endZ(), from + block[2]); z++)
			for (int y = 0; y < bounds.ny(); y++) {
				int at = mask.index(bounds.x(), bounds.y() + y, z);
				int row = size.nx() * (y / block[1] + 1);
				for (int x = 0; x < bounds.nx(); x++)
					counts[row + x / block[0] + 1] += mask.voxels()[at + x];
			}
		int volume = block[0] * block[1] * block[2];
		int start = size.index(0, 0, blockZ);
		for (int i = 0; i < counts.length; i++)
			filled[start + i] = (byte) (counts[i] * FULL / volume);
	}
}
