package org.annotomy.segmentation.morphology;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;

/** Logic of masks that may lie on different boxes. Nothing given is changed; results lie on the smallest box that can hold them. */
public final class MaskLogic {

	@FunctionalInterface
	private interface Operator {
		int of(int a, int b);
	}

	private MaskLogic() {}

	/** The voxels of either. */
	public static Mask union(Mask a, Mask b) {
		return combine(a, b, a.box().union(b.box()), (p, q) -> p | q);
	}

	/** The voxels of both. */
	public static Mask intersect(Mask a, Mask b) {
		return combine(a, b, a.box().intersect(b.box()), (p, q) -> p & q);
	}

	/** The voxels of the first that are not in the second. */
	public static Mask subtract(Mask a, Mask b) {
		return combine(a, b, a.box(), (p, q) -> p & ~q);
	}

	/** The voxels of exactly one of the two. */
	public static Mask exclusiveOr(Mask a, Mask b) {
		return combine(a, b, a.box().union(b.box()), (p, q) -> p ^ q);
	}

	/** The voxels of a box that are not in the mask. */
	public static Mask invert(Mask mask, VoxelBox within) {
		return subtract(Mask.full(within), mask);
	}

	private static Mask combine(Mask a, Mask b, VoxelBox box, Operator operator) {
		Mask result = a.on(box);
		byte[] voxels = result.voxels();
		VoxelBox both = box.intersect(b.box());
		for (int z = both.z(); z < both.endZ(); z++)
			for (int y = both.y(); y < both.endY(); y++) {
				int at = result.index(both.x(), y, z);
				int other = b.index(both.x(), y, z);
				for (int x = 0; x < both.nx(); x++)
					voxels[at + x] = (byte) (operator.of(voxels[at + x], b.voxels()[other + x]) & 1);
			}
		return result;
	}
}
