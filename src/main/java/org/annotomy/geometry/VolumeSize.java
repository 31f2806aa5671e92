package org.annotomy.geometry;

/** Voxels along each axis of a dense volume, x fastest. */
public record VolumeSize(int nx, int ny, int nz) {

	private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

	/** @throws IllegalArgumentException if a number is negative */
	public VolumeSize {
		if (nx < 0 || ny < 0 || nz < 0)
			throw new IllegalArgumentException("A volume cannot have " + nx + " × " + ny + " × " + nz + " voxels.");
	}

	public long voxels() {
		return (long) nx * ny * nz;
	}

	/**
	 * Length of an array that holds all voxels.
	 *
	 * @throws IllegalArgumentException if no array is that long
	 */
	public int arrayLength() {
		if (voxels() > LARGEST_ARRAY)
			throw new IllegalArgumentException(
					"A volume of " + nx + " × " + ny + " × " + nz + " voxels is too large for this. Work on a part of it.");
		return (int) voxels();
	}

	/** Place of a voxel in such an array; not checked. */
	public int index(int x, int y, int z) {
		return x + nx * (y + ny * z);
	}

	public boolean contains(int x, int y, int z) {
		return x >= 0 && y >= 0 && z >= 0 && x < nx && y < ny && z < nz;
	}

	/** All of it. */
	public VoxelBox box() {
		return new VoxelBox(0, 0, 0, nx, ny, nz);
	}
}
