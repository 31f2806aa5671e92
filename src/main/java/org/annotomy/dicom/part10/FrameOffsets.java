package org.annotomy.dicom.part10;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Offset tables of compressed pixel data (PS3.5 A.4): from the first item after the table to the item that begins each frame. */
final class FrameOffsets {

	private FrameOffsets() {}

	/** For frames of one fragment each. */
	static long[] of(List<ByteSpan> frames) {
		long[] offsets = new long[frames.size()];
		for (int i = 1; i < offsets.length; i++)
			offsets[i] = offsets[i - 1] + itemBytes(frames.get(i - 1));
		return offsets;
	}

	/** With header and padding. */
	static long itemBytes(ByteSpan fragment) {
		return EncodedSizes.ITEM_HEADER + EncodedSizes.even(fragment.length());
	}

	/** The value of the first item. */
	static ByteSpan basicTable(long[] offsets) {
		ByteBuffer table = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
		for (long offset : offsets)
			table.putInt((int) offset);
		return ByteSpan.of(table.array());
	}
}
