package org.annotomy.annotation.voxel;

/** Which block of which layer and time point: block coordinates are voxel coordinates divided by {@link LabelBlock#SIDE}. */
public record BlockIndex(int layer, int x, int y, int z, int t) {

	/** @throws IllegalArgumentException if one is negative */
	public BlockIndex {
		if (layer < 0 || x < 0 || y < 0 || z < 0 || t < 0)
			throw new IllegalArgumentException("A block index cannot be negative.");
	}

	/** The block that holds a voxel. */
	public static BlockIndex ofVoxel(int layer, int x, int y, int z, int t) {
		return new BlockIndex(layer, x / LabelBlock.SIDE, y / LabelBlock.SIDE, z / LabelBlock.SIDE, t);
	}

	/** The place of a voxel inside its block. */
	public static int offset(int x, int y, int z) {
		return x % LabelBlock.SIDE + LabelBlock.SIDE * (y % LabelBlock.SIDE + LabelBlock.SIDE * (z % LabelBlock.SIDE));
	}
}
