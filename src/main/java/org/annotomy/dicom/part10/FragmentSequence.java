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

	/** More items, and therefore more frames, than any honest file has. */
	public static final int MAX_FRAGMENTS = 4_000_000;
	private static final long MAX_FRAGMENT_BYTES = 0xfffffffeL;
	private static final ByteSpan PADDING = ByteSpan.of(new byte[1]);

	/**
	 * @param offsetTable the first item, usually empty
	 * @param fragments all others
	 * @param end where the next data element begins
	 * @param complete false if the source ends before the sequence delimiter
	 */
	public record Walk(ByteSpan offsetTable, List<ByteSpan> fragments, long end, boolean complete) {}

	/** Fragments held in memory, for writing. */
	public static FragmentSequence of(ByteSpan offsetTable, List<byte[]> fragments) {
		return chain(offsetTable, fragments.stream().map(ByteSpan::of).toList());
	}

	/** Fragments that stay where they are until they are written. */
	static FragmentSequence chain(ByteSpan offsetTable, List<ByteSpan> fragments) {
		List<ByteSpan> parts = new ArrayList<>(3 * fragments.size() + 3);
		addItem(parts, offsetTable);
		for (ByteSpan fragment : fragments)
			addItem(parts, fragment);
		parts.add(mark(Tag.SEQUENCE_DELIMITER, 0));
		return new FragmentSequence(new ChainSource(parts), 0);
	}

	private static void addItem(List<ByteSpan> parts, ByteSpan value) {
		if (value.length() > MAX_FRAGMENT_BYTES) throw new IllegalArgumentException("A fragment cannot hold 4 GB or more.");
		parts.add(mark(Tag.ITEM, EncodedSizes.even(value.length())));
		if (value.length() > 0) parts.add(value);
		if ((value.length() & 1) != 0) parts.add(PADDING);
	}

	private static ByteSpan mark(int tag, long length) {
		return ByteSpan.of(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) Tag.group(tag))
				.putShort((short) Tag.element(tag)).putInt((int) length).array());
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
