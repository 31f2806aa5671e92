package org.annotomy.segmentation.component;

/** Which voxels are neighbours. In a volume of one slice {@link #FACES} means 4 neighbours and the other two mean 8. */
public enum Connectivity {
	/** 6 neighbours: voxels that share a face. */
	FACES(6),
	/** 18 neighbours: voxels that share a face or an edge. */
	EDGES(18),
	/** 26 neighbours: voxels that share a face, an edge or a corner. */
	CORNERS(26);

	private final int neighbours;

	Connectivity(int neighbours) {
		this.neighbours = neighbours;
	}

	/** 6, 18 or 26. */
	public int neighbours() {
		return neighbours;
	}

	/** @throws IllegalArgumentException if it is not 6, 18 or 26 */
	public static Connectivity of(int neighbours) {
		for (Connectivity connectivity : values())
			if (connectivity.neighbours == neighbours) return connectivity;
		throw new IllegalArgumentException("The connectivity must be 6, 18 or 26 but is " + neighbours + ".");
	}

	/**
	 * How far a voxel of a neighbouring row may lie from one of this row, along the row, and be its neighbour.
	 *
	 * @param away along how many axes (1 or 2) the rows are one step apart
	 * @return 0, 1, or -1 if rows that far apart have no neighbours
	 */
	int reach(int away) {
		return Math.min(1, ordinal() - away + 1);
	}
}
