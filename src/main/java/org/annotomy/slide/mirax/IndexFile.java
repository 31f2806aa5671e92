package org.annotomy.slide.mirax;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideFile;

/**
 * The index of a slide: a version, the slide's name, and two tables of records. Each record is a chain of pages of items; its first page has
 * none. Numbers are 32 bits, little endian.
 */
final class IndexFile {

	private static final String VERSION = "01.02";
	private static final int ITEM = 16;

	private final SlideFile file;
	private final SlideDat slide;
	private final int levels;
	private final int records;

	/** @throws ImageFormatException if the file is of another version or slide */
	IndexFile(SlideFile file, SlideDat slide) throws IOException {
		this.file = file;
		this.slide = slide;
		byte[] start = (VERSION + slide.id).getBytes(StandardCharsets.UTF_8);
		ByteBuffer head = read(0, start.length + 8);
		byte[] found = new byte[start.length];
		head.get(found);
		if (!Arrays.equals(start, found))
			throw new ImageFormatException(
					"The slide's index belongs to another slide or is of a version that is not supported.");
		levels = head.getInt();
		records = head.getInt();
	}

	private ByteBuffer read(long offset, int count) throws IOException {
		try {
			return ByteBuffer.wrap(file.read(offset, count)).order(ByteOrder.LITTLE_ENDIAN);
		} catch (EOFException e) {
			throw new ImageFormatException(
					"The slide's index is cut off or broken: it points behind its end. Copy the slide's folder again.", e);
		}
	}

	/** Where the first page with items is; 0 if the record has none. */
	private long firstPage(int table, int record) throws IOException {
		long at = read(table + 4L * record, 4).getInt();
		if (at == 0) return 0;
		ByteBuffer page = read(at, 8);
		if (page.getInt() != 0) throw broken();
		return page.getInt();
	}

	/** The pictures of a level, in the order of their cells. */
	StoredImages images(int level) throws IOException {
		StoredImages images = new StoredImages();
		long left = file.size() / ITEM + 1;
		long at = firstPage(levels, level);
		while (at != 0) {
			ByteBuffer head = read(at, 8);
			int count = head.getInt();
			int next = head.getInt();
			if (count < 0 || count >= left) throw broken(); // pages in a circle, or more items than the file has room for
			left -= 1 + count;
			ByteBuffer items = read(at + 8, count * ITEM);
			for (int i = 0; i < count; i++)
				add(images, items, slide.levels.get(level).cells());
			at = next;
		}
		return images.sorted();
	}

	private void add(StoredImages images, ByteBuffer items, int cells) throws ImageFormatException {
		int cell = items.getInt();
		int offset = items.getInt();
		int length = items.getInt();
		int data = items.getInt();
		boolean possible = cell >= 0 && cell / slide.columns < slide.rows && offset >= 0 && length >= 0 && data >= 0
				&& data < slide.dataFiles.size();
		if (!possible || cell % slide.columns % cells != 0 || cell / slide.columns % cells != 0) throw broken();
		images.add(cell, offset, length, data);
	}

	/** The first item of a record that belongs to no level. @throws ImageFormatException if it has none */
	StoredItem item(int record) throws IOException {
		long at = firstPage(records, record);
		if (at == 0) throw broken();
		ByteBuffer page = read(at, 8 + 8 + 12);
		if (page.getInt() < 1) throw broken();
		page.position(16); // the next page, and two numbers of no meaning here
		int offset = page.getInt();
		int length = page.getInt();
		int data = page.getInt();
		if (offset < 0 || length < 0 || data < 0 || data >= slide.dataFiles.size()) throw broken();
		return new StoredItem(data, offset, length);
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The slide's index is broken: it names pictures that cannot be.");
	}
}
