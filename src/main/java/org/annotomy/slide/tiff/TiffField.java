package org.annotomy.slide.tiff;

/**
 * One entry of a directory; its values stay in the file.
 *
 * @param type of the values, 1 to 13 or 16 to 18
 * @param count of values
 * @param offset of the first value in the file
 * @param high what lies above the 32 bits of a value that is alone, as in NDPI files; else 0
 */
record TiffField(int type, long count, long offset, int high) {

	private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

	/** Bytes of one value; 0 for a type that is not known. */
	static int bytesOf(int type) {
		return type > 0 && type < BYTES.length ? BYTES[type] : 0;
	}

	int bytes() {
		return bytesOf(type);
	}
}
