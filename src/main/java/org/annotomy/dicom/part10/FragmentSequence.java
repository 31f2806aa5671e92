package org.annotomy.dicom.part10;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * Encapsulated pixel data (PS3.5 A.4): a basic offset table and fragments, found by walking the item lengths from {@code offset}. Never
 * by looking for delimiters: compressed data may contain their bytes.
 *
 * @param offset where the first item begins
 */
public record FragmentSequence(ByteSource source, long offset) implements DicomValue {

	private static final int MAX_FRAGMENTS = 4_000_000;

	/**
	 * @param offsetTable the first item, usually empty
	 * @param fragments all others
	 * @param end where the next data element begins
	 * @param complete false if the source ends before the sequence delimiter
	 */
	public record Walk(ByteSpan offsetTable, List<ByteSpan> fragments, long end, boolean complete) {}

	/** Fragments held in memory, for writing. */
	public static FragmentSequence of(ByteSpan offsetTable, List<byte[]> fragments) throws IOException {
		long size = 16 + offsetTable.length();
		for (byte[] fragment : fragments)
			size += 8L + fragment.length + (fragment.length & 1);
		ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
		putItem(bytes, offsetTable.toArray());
		for (byte[] fragment : fragments)
			putItem(bytes, fragment);
		putTag(bytes, Tag.SEQUENCE_DELIMITER).putInt(0);
		return new FragmentSequence(ByteSource.of(bytes.array()), 0);
	}

	private static void putItem(ByteBuffer bytes, byte[] value) {
		putTag(bytes, Tag.ITEM).putInt(value.length + (value.length & 1)).put(value);
		if ((value.length & 1) != 0) bytes.put((byte) 0);
	}

	private static ByteBuffer putTag(ByteBuffer bytes, int tag) {
		return bytes.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
	}

	/**
	 * The items, by their lengths.
	 *
	 * @throws ImageFormatException if something else than an item is found, or an item is longer than what follows
	 */
	public Walk walk() throws IOException {
		List<ByteSpan> items = new ArrayList<>();
		ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
		long at = offset;
		boolean complete = false;
		while (at + 8 <= source.size() && !complete) {
			source.read(at, header.clear());
			int tag = Tag.of(header.getShort(0) & 0xffff, header.getShort(2) & 0xffff);
			long length = header.getInt(4) & 0xffffffffL;
			at += 8;
			if (tag == Tag.SEQUENCE_DELIMITER) {
				complete = true;
			} else {
				items.add(item(tag, at, length, items.size()));
				at += items.get(items.size() - 1).length();
			}
		}
		ByteSpan table = items.isEmpty() ? ByteSpan.EMPTY : items.remove(0);
		return new Walk(table, items, at, complete);
	}

	private ByteSpan item(int tag, long at, long length, int index) throws ImageFormatException {
		if (tag != Tag.ITEM)
			throw new ImageFormatException("The compressed pixel data is broken: instead of fragment " + index + " there is "
					+ Tag.toString(tag) + ".");
		if (index > MAX_FRAGMENTS) throw new ImageFormatException("The compressed pixel data has too many fragments.");
		return new ByteSpan(source, at, Math.min(length, source.size() - at));
	}
}
