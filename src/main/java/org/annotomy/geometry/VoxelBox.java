package org.annotomy.geometry;

/**
 * A box of voxels: the first one and how many along each axis. It may be empty, and may reach beyond the image.
 *
 * @param x index of the first column; likewise {@code y}, {@code z}
 * @param nx columns, 0 or more; likewise {@code ny}, {@code nz}
 */
public record VoxelBox(int x, int y, int z, int nx, int ny, int nz) {

	public static final VoxelBox EMPTY = new VoxelBox(0, 0, 0, 0, 0, 0);

	/** @throws IllegalArgumentException if a number of voxels is negative */
	public VoxelBox {
		if (nx < 0 || ny < 0 || nz < 0)
			throw new IllegalArgumentException("A box cannot have " + nx + " × " + ny + " × " + nz + " voxels.");
	}

	/** From the first to the last voxel along each axis; empty if an end lies before its beginning. */
	public static VoxelBox between(int minX, int minY, int minZ, int maxX, int maxY, int maxZ) {
		if (maxX < minX || maxY < minY || maxZ < minZ) return EMPTY;
		return new VoxelBox(minX, minY, minZ, maxX - minX + 1, maxY - minY + 1, maxZ - minZ + 1);
	}

	public boolean isEmpty() { return nx == 0 || ny == 0 || nz == 0; }

	public VolumeSize size() {
		return new VolumeSize(nx, ny, nz);
	}

	/** Index of the column behind the last one. */
	public int endX() {
		return x + nx;
	}

	public int endY() {
		return y + ny;
	}

	public int endZ() {
		return z + nz;
	}

	public boolean contains(int atX, int atY, int atZ) {
		return atX >= x && atY >= y && atZ >= z && atX < endX() && atY < endY() && atZ < endZ();
	}

	/** What lies in both; {@link #EMPTY} if nothing does. */
	public VoxelBox intersect(VoxelBox other) {
		return between(Math.max(x, other.x), Math.max(y, other.y), Math.max(z, other.z), Math.min(endX(), other.endX()) - 1,
				Math.min(endY(), other.endY()) - 1, Math.min(endZ(), other.endZ()) - 1);
	}

	/** The smallest box around both; an empty box adds nothing. */
	public VoxelBox union(VoxelBox other) {
		if (isEmpty()) return other;
		if (other.isEmpty()) return this;
		return between(Math.min(x, other.x), Math.min(y, other.y), Math.min(z, other.z), Math.max(endX(), other.endX()) - 1,
				Math.max(endY(), other.endY()) - 1, Math.max(endZ(), other.endZ()) - 1);
	}

	/** With as many voxels more on both sides of each axis; an empty box stays empty. */
	public VoxelBox grow(int byX, int byY, int byZ) {
		if (isEmpty()) return EMPTY;
		return between(x - byX, y - byY, z - byZ, endX() + byX - 1, endY() + byY - 1, endZ() + byZ - 1);
	}

	/** With all voxels more that have a part within some millimetres of it along each axis, no farther than a box around it all. */
	public VoxelBox grow(double mm, VoxelSpacing spacing, VoxelBox within) {
		return grow(steps(mm / spacing.xMm(), within.nx), steps(mm / spacing.yMm(), within.ny),
				steps(mm / spacing.zMm(), within.nz))
				.intersect(within);
	}

	private static int steps(double voxels, int most) {
		return (int) Math.min(most, Math.ceil(voxels));
	}
}
