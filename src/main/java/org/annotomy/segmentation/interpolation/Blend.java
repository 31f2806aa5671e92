package org.annotomy.segmentation.interpolation;

import org.annotomy.geometry.VoxelBox;

/** One shape that becomes another, as a field that is below 0 inside. */
interface Blend {

	/**
	 * Lowers the values of the field to its own where these are lower.
	 *
	 * @param fraction of the way, above 0 and below 1
	 * @param field of the box, x fastest
	 */
	void lower(double fraction, VoxelBox box, float[] field);

	/** A shape that becomes another in the same place; both are known on the box of the field. */
	record InPlace(SignedShape from, SignedShape to) implements Blend {

		@Override
		public void lower(double fraction, VoxelBox box, float[] field) {
			float before = (float) (1 - fraction);
			float after = (float) fraction;
			for (int i = 0; i < field.length; i++)
				field[i] = Math.min(field[i], before * from.mm()[i] + after * to.mm()[i]);
		}
	}

	/** A shape that becomes another while it moves by some voxels. */
	record Moving(SignedShape from, SignedShape to, int dx, int dy, int dz) implements Blend {

		@Override
		public void lower(double fraction, VoxelBox box, float[] field) {
			int sx = (int) Math.round(fraction * dx);
			int sy = (int) Math.round(fraction * dy);
			int sz = (int) Math.round(fraction * dz);
			float before = (float) (1 - fraction);
			float after = (float) fraction;
			int fromShift = index(box, -sx, -sy, -sz);
			int toShift = index(box, dx - sx, dy - sy, dz - sz);
			VoxelBox inner = box.intersect(moved(box, sx, sy, sz)).intersect(moved(box, sx - dx, sy - dy, sz - dz));
			for (int z = inner.z(); z < inner.endZ(); z++)
				for (int y = inner.y(); y < inner.endY(); y++) {
					int at = index(box, inner.x() - box.x(), y - box.y(), z - box.z());
					for (int end = at + inner.nx(); at < end; at++)
						field[at] = Math.min(field[at], before * from.mm()[at + fromShift] + after * to.mm()[at + toShift]);
				}
		}

		private static VoxelBox moved(VoxelBox box, int dx, int dy, int dz) {
			return new VoxelBox(box.x() + dx, box.y() + dy, box.z() + dz, box.nx(), box.ny(), box.nz());
		}

		private static int index(VoxelBox box, int x, int y, int z) {
			return box.size().index(x, y, z);
		}
	}

	/**
	 * A shape that ends halfway.
	 *
	 * @param depth how deep its deepest voxel lies
	 * @param atStart whether it is there at the start, not at the end
	 */
	record Ending(SignedShape shape, float depth, boolean atStart) implements Blend {

		@Override
		public void lower(double fraction, VoxelBox box, float[] field) {
			float gone = (float) (2 * depth * (atStart ? fraction : 1 - fraction));
			for (int i = 0; i < field.length; i++)
				field[i] = Math.min(field[i], shape.mm()[i] + gone);
		}
	}
}
