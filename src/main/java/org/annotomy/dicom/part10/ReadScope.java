package org.annotomy.dicom.part10;

/**
 * How much of a file is parsed.
 *
 * @param lastTag no element beyond it is looked at; to be compared as an unsigned number
 * @param stopsAtPixelData whether parsing ends with pixel data at the top level, which is left where it is
 * @param maxInMemory larger values stay in the source until they are asked for, in bytes
 */
record ReadScope(int lastTag, boolean stopsAtPixelData, int maxInMemory) {

	static final ReadScope ALL = new ReadScope(-1, false, 1 << 20);
	static final ReadScope HEADER = new ReadScope(-1, true, 8 << 10);

	/** The header up to a tag. */
	static ReadScope upTo(int lastTag) {
		return new ReadScope(lastTag, true, 8 << 10);
	}

	boolean endsBefore(int tag) {
		return Integer.compareUnsigned(tag, lastTag) > 0;
	}

	boolean endsAfter(int tag) {
		return stopsAtPixelData && isPixelData(tag);
	}

	static boolean isPixelData(int tag) {
		return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
	}
}
