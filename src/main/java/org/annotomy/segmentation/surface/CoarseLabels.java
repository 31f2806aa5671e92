package org.annotomy.segmentation.surface;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** Volumes of labels with fewer voxels: blocks of voxels have the label that most of their labelled voxels have, if half of them have one. */
final class CoarseLabels {

	private static final int LABELS = 256;

	private CoarseLabels() {}

	/** How many blocks there are along each axis. @param block voxels along x, y and z that are taken together, 1 or more */
	static VolumeSize size(VolumeSize fine, int[] block) {
		return new VolumeSize(blocks(fine.nx(), block[0]), blocks(fine.ny(), block[1]), blocks(fine.nz(), block[2]));
	}

	private static int blocks(int voxels, int side) {
		return (voxels + side - 1) / side;
	}

	/** @param labels unsigned, x fastest; the same array comes out for blocks of one voxel */
	static byte[] of(byte[] labels, VolumeSize fine, int[] block, Progress progress) {
		if (block[0] * block[1] * block[2] == 1) return labels;
		VolumeSize size = size(fine, block);
		byte[] coarse = new byte[size.arrayLength()];
		Workers.forEach(size.nz(), progress, MarchingCubes.DOING, z -> {
			int[] counts = new int[LABELS];
			for (int y = 0; y < size.ny(); y++)
				for (int x = 0; x < size.nx(); x++)
					coarse[size.index(x, y, z)] = label(labels, fine, block, new int[]{x, y, z}, counts);
		});
		return coarse;
	}

	/** @param counts 0 for each label; so again afterwards */
	private static byte label(byte[] labels, VolumeSize fine, int[] block, int[] at, int[] counts) {
		int endX = Math.min(fine.nx(), (at[0] + 1) * block[0]);
		int endY = Math.min(fine.ny(), (at[1] + 1) * block[1]);
		int endZ = Math.min(fine.nz(), (at[2] + 1) * block[2]);
		int labelled = 0;
		int best = 0;
		for (int z = at[2] * block[2]; z < endZ; z++)
			for (int y = at[1] * block[1]; y < endY; y++) {
				int row = fine.index(0, y, z);
				for (int x = at[0] * block[0]; x < endX; x++) {
					int label = labels[row + x] & 0xff;
					if (label == 0) continue;
					labelled++;
					counts[label]++;
					if (counts[label] > counts[best] || best == 0) best = label;
				}
			}
		if (labelled > 0) Arrays.fill(counts, 0);
		return (byte) (2 * labelled >= block[0] * block[1] * block[2] ? best : 0);
	}
}
