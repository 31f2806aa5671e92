package org.annotomy.segmentation.component;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Islands: the connected parts of a mask. What comes out lies on the same box; the mask that went in is not changed. A mask without voxels
 * stays so.
 */
public final class Islands {

	private Islands() {}

	/** Only the largest island; of several as large, the first in scan order. */
	public static Mask largest(Mask mask, Connectivity connectivity, Progress progress) {
		Components parts = parts(mask, connectivity, progress);
		int largest = parts.largest();
		return largest == 0 ? Mask.empty(mask.box()) : new Mask(mask.box(), parts.toMask(largest, progress.part(0.8, 1)));
	}

	/** The largest islands. @param number how many, 1 or more */
	public static Mask largest(Mask mask, int number, Connectivity connectivity, Progress progress) {
		if (number == 1) return largest(mask, connectivity, progress);
		Components parts = split(mask, 1, connectivity, progress.part(0, 0.8));
		boolean[] wanted = new boolean[parts.count() + 1];
		Arrays.fill(wanted, 1, Math.min(number, parts.count()) + 1, true);
		return new Mask(mask.box(), parts.toMask(wanted, progress.part(0.8, 1)));
	}

	/** Only islands of at least so many voxels. */
	public static Mask atLeast(Mask mask, long voxels, Connectivity connectivity, Progress progress) {
		Components parts = parts(mask, connectivity, progress);
		boolean[] wanted = new boolean[parts.count() + 1];
		for (int i = 1; i < wanted.length; i++)
			wanted[i] = parts.voxels(i) >= voxels;
		return new Mask(mask.box(), parts.toMask(wanted, progress.part(0.8, 1)));
	}

	/** How many voxels an island has at least that is not smaller than a volume; a billionth of a voxel less will do. */
	public static long voxels(double volumeMm3, VoxelSpacing spacing) {
		return (long) Math.ceil(volumeMm3 / spacing.voxelVolumeMm3() - 1e-9);
	}

	/**
	 * The islands of at least so many voxels, the largest first: numbered from 1 as the segments they are to become.
	 *
	 * @param voxels 1 or more
	 */
	public static Components split(Mask mask, long voxels, Connectivity connectivity, Progress progress) {
		Mask kept = voxels > 1 ? atLeast(mask, voxels, connectivity, progress.part(0, 0.5)) : mask;
		return parts(kept, connectivity, progress.part(0.5, 1)).largestFirst();
	}

	/**
	 * Without the islands that reach a side of the image along x or y, as the air around a patient does. First and last slice are no sides: a
	 * scan ends in the patient there.
	 *
	 * @param image size of the image, in whose voxels the mask lies
	 */
	public static Mask awayFromSides(Mask mask, VolumeSize image, Connectivity connectivity, Progress progress) {
		VoxelBox box = mask.box();
		VoxelBox roomy = VoxelBox.between(Math.max(0, box.x() - 1), Math.max(0, box.y() - 1), box.z(),
				Math.min(image.nx(), box.endX() + 1) - 1, Math.min(image.ny(), box.endY() + 1) - 1, box.endZ() - 1);
		Mask room = mask.on(roomy);
		Components parts = parts(room, connectivity, progress.part(0, 0.8));
		boolean[] kept = parts.atSides(true, true, false);
		for (int i = 0; i < kept.length; i++)
			kept[i] = !kept[i];
		return new Mask(roomy, parts.toMask(kept, progress.part(0.8, 1)));
	}

	/**
	 * Only the island of a voxel.
	 *
	 * @throws IllegalArgumentException if the voxel is in none
	 */
	public static Mask keepAt(Mask mask, int x, int y, int z, Connectivity connectivity, Progress progress) {
		return new Mask(mask.box(), at(mask, x, y, z, connectivity, progress));
	}

	/** All but the island of a voxel. @throws IllegalArgumentException if the voxel is in none */
	public static Mask removeAt(Mask mask, int x, int y, int z, Connectivity connectivity, Progress progress) {
		byte[] island = at(mask, x, y, z, connectivity, progress);
		for (int i = 0; i < island.length; i++)
			island[i] = (byte) (mask.voxels()[i] != 0 && island[i] == 0 ? 1 : 0);
		return new Mask(mask.box(), island);
	}

	/**
	 * With the island of the background that a voxel outside the mask is in: a hole, or all around. It is found from face to face (6
	 * neighbours), within the box of the mask.
	 *
	 * @throws IllegalArgumentException if the voxel is in the mask, or outside its box
	 */
	public static Mask addAt(Mask mask, int x, int y, int z, Progress progress) {
		if (!mask.box().contains(x, y, z) || mask.contains(x, y, z))
			throw new IllegalArgumentException("At this voxel there is no gap to fill.");
		byte[] background = new byte[mask.voxels().length];
		for (int i = 0; i < background.length; i++)
			background[i] = (byte) (mask.voxels()[i] == 0 ? 1 : 0);
		byte[] added = at(new Mask(mask.box(), background), x, y, z, Connectivity.FACES, progress);
		for (int i = 0; i < added.length; i++)
			if (mask.voxels()[i] != 0) added[i] = 1;
		return new Mask(mask.box(), added);
	}

	private static byte[] at(Mask mask, int x, int y, int z, Connectivity connectivity, Progress progress) {
		if (!mask.contains(x, y, z)) throw new IllegalArgumentException("At this voxel there is no island.");
		VolumeSize size = mask.size();
		int[] seed = {mask.index(x, y, z)};
		return RegionGrowing.from(seed, size, connectivity).through(mask, progress).voxels();
	}

	private static Components parts(Mask mask, Connectivity connectivity, Progress progress) {
		return ConnectedComponents.of(mask, connectivity, progress.part(0, 0.8));
	}
}
