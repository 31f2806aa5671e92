package org.annotomy.segmentation.component;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.BitVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Fills holes: voxels of the background that cannot reach a side of the volume from face to face (6 neighbours; 4 within a plane), as
 * scipy's {@code binary_fill_holes} does. An axis of a single voxel has no sides, so that an image of one slice is filled as an image.
 */
public final class FillHoles {

	private FillHoles() {}

	/**
	 * Fills what is closed in on all sides.
	 *
	 * @param mask not changed; any value but 0 is in the mask
	 * @return 0 and 1
	 * @throws org.annotomy.task.CancelledException if the user cancelled; likewise the others
	 */
	public static byte[] of(byte[] mask, VolumeSize size, Progress progress) {
		BitVolume background = BitVolume.of(mask, size, progress.part(0, 0.2)).complement();
		Runs runs = Runs.of(background, progress.part(0.2, 0.4));
		Components parts = Components.of(runs, RunUnion.parents(runs, Connectivity.FACES, null, progress.part(0.4, 0.9)));
		return parts.toBits(parts.atSides(true, true, true)).complement().toMask(progress.part(0.9, 1));
	}

	/** Likewise on the box of a mask; a hole cannot reach beyond it. */
	public static Mask of(Mask mask, Progress progress) {
		return new Mask(mask.box(), of(mask.voxels(), mask.size(), progress));
	}

	/**
	 * Fills what is closed in within a plane.
	 *
	 * @param across the axis that the planes are across: Z for the slices as they are stored
	 */
	public static byte[] inPlanes(byte[] mask, VolumeSize size, Axis across, Progress progress) {
		if (across == Axis.X) {
			VolumeSize turned = new VolumeSize(size.nz(), size.ny(), size.nx());
			return turn(inPlanes(turn(mask, size), turned, Axis.Z, progress), turned);
		}
		boolean acrossZ = across == Axis.Z;
		Runs runs = Runs.of(BitVolume.of(mask, size, progress.part(0, 0.3)).complement(), progress.part(0.3, 0.5));
		Components parts = Components.of(runs, RunUnion.parentsInPlanes(runs, acrossZ ? 2 : 1, progress.part(0.5, 0.9)));
		return parts.toBits(parts.atSides(true, acrossZ, !acrossZ)).complement().toMask(progress.part(0.9, 1));
	}

	/** With x and z exchanged. */
	private static byte[] turn(byte[] mask, VolumeSize size) {
		byte[] turned = new byte[mask.length];
		int at = 0;
		for (int z = 0; z < size.nz(); z++)
			for (int y = 0; y < size.ny(); y++)
				for (int x = 0; x < size.nx(); x++)
					turned[z + size.nz() * (y + size.ny() * x)] = mask[at++];
		return turned;
	}
}
