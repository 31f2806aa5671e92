package org.annotomy.geometry;

/**
 * An axis of a volume of voxels; a slice lies perpendicular to it. Slices across z have columns x and rows y, slices across y have columns x
 * and rows z, slices across x have columns y and rows z.
 */
public enum Axis {

	X, Y, Z;

	/** Columns of a slice. */
	public int columns(VolumeSize size) {
		return this == X ? size.ny() : size.nx();
	}

	/** Rows of a slice. */
	public int rows(VolumeSize size) {
		return this == Z ? size.ny() : size.nz();
	}

	/** How many slices there are. */
	public int slices(VolumeSize size) {
		return switch (this) {
			case X -> size.nx();
			case Y -> size.ny();
			case Z -> size.nz();
		};
	}

	/** The coordinate x, y or z of the voxel at a column and row of a slice. */
	public int x(int column, int row, int slice) {
		return this == X ? slice : column;
	}

	public int y(int column, int row, int slice) {
		return switch (this) {
			case X -> column;
			case Y -> slice;
			case Z -> row;
		};
	}

	public int z(int column, int row, int slice) {
		return this == Z ? slice : row;
	}

	/** The slice that a voxel lies in. */
	public int slice(int x, int y, int z) {
		return switch (this) {
			case X -> x;
			case Y -> y;
			case Z -> z;
		};
	}

	/** The coordinate of a place along this axis. */
	public double along(Position place) {
		return switch (this) {
			case X -> place.x();
			case Y -> place.y();
			case Z -> place.z();
		};
	}

	/** The column of a voxel in its slice. */
	public int column(int x, int y) {
		return this == X ? y : x;
	}

	/** The row of a voxel in its slice. */
	public int row(int y, int z) {
		return this == Z ? y : z;
	}
}
