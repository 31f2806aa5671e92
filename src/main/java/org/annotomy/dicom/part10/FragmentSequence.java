package org.annotomy.dicom.part10;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
	 * The items, by their lengths. What is no item, or longer than what follows, ends the walk.
	 *
	 * @throws ImageFormatException if there are more items than any honest file has
	 */
	public Walk walk() throws IOException {
		FragmentIndex index = new FragmentIndex(source);
		ItemHeaders headers = new ItemHeaders(source);
		long at = offset;
		while (at + 8 <= source.size()) {
			headers.read(at);
			at += 8;
			if (headers.tag() == Tag.SEQUENCE_DELIMITER) return index.walk(at, true);
			if (headers.tag() != Tag.ITEM) return index.walk(at - 8, false);
			if (index.size() > MAX_FRAGMENTS) throw new ImageFormatException("The compressed pixel data has too many fragments.");
			long length = Math.min(headers.length(), source.size() - at);
			index.add(at, length);
			at += length;
		}
		return index.walk(source.size(), false);
	}

	/** Reads item headers; those of short neighbouring fragments at once. */
	private static final class ItemHeaders {

		private static final int WINDOW = 4 << 10;

		private final ByteSource source;
		private final ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
		private long start;
		private int at;

		ItemHeaders(ByteSource source) {
			this.source = source;
			window.limit(0);
		}

		void read(long offset) throws IOException {
			if (offset < start || offset + 8 > start + window.limit()) {
				// After a jump only the header is read: the next one is likely to be far away again.
				boolean near = window.limit() > 0 && offset < start + 2 * WINDOW;
				window.clear().limit((int) Math.min(near ? WINDOW : 8, source.size() - offset));
				source.read(offset, window);
				window.flip();
				start = offset;
			}
			at = (int) (offset - start);
		}

		int tag() {
			return Tag.of(window.getShort(at) & 0xffff, window.getShort(at + 2) & 0xffff);
		}

		long length() {
			return window.getInt(at + 4) & 0xffffffffL;
		}
	}
}
