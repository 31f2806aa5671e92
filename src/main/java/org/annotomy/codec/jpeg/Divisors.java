package org.annotomy.codec.jpeg;

/** A quantization table (T.81 B.2.4.1). */
final class Divisors {

	private final int[] byRow;
	private final int[] withPlaces = new int[64];

	/** @param byRow of a block, row by row */
	Divisors(int[] byRow) {
		this.byRow = byRow;
		for (int k = 0; k < 64; k++)
			withPlaces[k] = byRow[JpegTables.zigzag(k)] << 6 | JpegTables.zigzag(k);
	}

	/** That of the first coefficient. */
	int first() {
		return byRow[0];
	}

	/** Row by row. */
	int at(int place) {
		return byRow[place];
	}

	/** In the order in which coefficients are coded, each times 64, plus the coefficient's place in its block, row by row. */
	int[] withPlaces() {
		return withPlaces;
	}
}
