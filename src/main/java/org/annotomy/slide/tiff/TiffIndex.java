package org.annotomy.slide.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideFile;

/**
 * Where the images of a TIFF or BigTIFF file are (TIFF 6.0; BigTIFF as of libtiff 4). Reads directories only: tables of tiles, descriptions
 * and profiles stay in the file until they are asked for.
 */
final class TiffIndex {

	/** A stack of this many planes is no slide; a broken file can be endless. */
	private static final int MAX_DIRECTORIES = 20_000;
	private static final int MAX_ENTRIES = 4096;
	private static final int ASCII = 2;

	private final TiffBytes bytes;
	private final List<TiffDirectory> pages = new ArrayList<>();
	private final Set<Long> seen = new HashSet<>();

	private TiffIndex(TiffBytes bytes) {
		this.bytes = bytes;
	}

	/** @throws ImageFormatException if this is no TIFF file or it is broken */
	static TiffIndex read(SlideFile file) throws IOException {
		TiffBytes bytes = TiffBytes.of(file);
		TiffIndex index = new TiffIndex(isNdpi(bytes) ? wide(bytes) : bytes);
		long offset = index.bytes.first();
		while (offset != 0)
			offset = index.readDirectory(offset, index.pages);
		if (index.pages.isEmpty()) throw new ImageFormatException("The TIFF file holds no image.");
		return index;
	}

	private static TiffBytes wide(TiffBytes bytes) {
		return new TiffBytes(bytes.file(), bytes.order(), false, true);
	}

	/** Whether the first directory is that of an NDPI file if offsets are read as these have them. */
	private static boolean isNdpi(TiffBytes bytes) throws IOException {
		if (bytes.big()) return false;
		try {
			TiffIndex index = new TiffIndex(wide(bytes));
			index.readDirectory(index.bytes.first(), index.pages);
			return index.pages.get(0).has(NdpiLayout.FLAG);
		} catch (ImageFormatException e) {
			return false;
		}
	}

	SlideFile file() {
		return bytes.file();
	}

	/** The images in the order of the file, without those below others. */
	List<TiffDirectory> pages() {
		return pages;
	}

	/** The images below another one (SubIFDs), in their order. */
	List<TiffDirectory> below(TiffDirectory page) throws IOException {
		List<TiffDirectory> below = new ArrayList<>();
		for (long offset : page.numbers(TiffTag.SUB_IFDS, 64)) {
			seen.remove(offset);
			readDirectory(offset, below);
		}
		return below;
	}

	/** @return where the next directory is; 0 for none */
	private long readDirectory(long offset, List<TiffDirectory> into) throws IOException {
		if (!seen.add(offset))
			throw new ImageFormatException("The TIFF file is broken: its images follow each other in a circle.");
		if (seen.size() > MAX_DIRECTORIES)
			throw new ImageFormatException("The TIFF file has more than " + MAX_DIRECTORIES + " images; that is no slide.");
		int width = bytes.big() ? 8 : 2;
		ByteBuffer head = bytes.read(offset, width);
		long count = bytes.big() ? head.getLong() : head.getShort() & 0xffff;
		if (count < 1 || count > MAX_ENTRIES)
			throw new ImageFormatException("The TIFF file is broken: a directory has " + count + " entries.");
		int entry = bytes.big() ? 20 : 12;
		int end = (int) count * entry;
		ByteBuffer table = bytes.read(offset + width, end + (bytes.big() ? 8 : bytes.wide() ? 8 + 4 * (int) count : 4));
		Map<Integer, TiffField> fields = new HashMap<>();
		for (int i = 0; i < count; i++)
			readEntry(table.position(i * entry), offset + width + (long) i * entry,
					bytes.wide() ? table.getInt(end + 8 + 4 * i) : 0, fields);
		into.add(new TiffDirectory(bytes, fields, pages.isEmpty() ? null : pages.get(0)));
		table.position(end);
		return bytes.big() || bytes.wide() ? table.getLong() : table.getInt() & 0xffffffffL;
	}

	/** @param high upper half of the offset or value */
	private void readEntry(ByteBuffer entry, long at, int high, Map<Integer, TiffField> fields) {
		int tag = entry.getShort() & 0xffff;
		int type = entry.getShort() & 0xffff;
		long count = bytes.big() ? entry.getLong() : entry.getInt() & 0xffffffffL;
		int size = TiffField.bytesOf(type);
		if (size == 0 || count < 0 || count > bytes.file().size() / size) return;
		boolean here = count * size <= (bytes.big() ? 8 : 4) && !(bytes.wide() && type == ASCII);
		long offset = at + (bytes.big() ? 12 : 8);
		if (!here) offset = bytes.big() ? entry.getLong() : entry.getInt() & 0xffffffffL | (long) high << 32;
		fields.putIfAbsent(tag, new TiffField(type, count, offset, here && size == 4 ? high : 0));
	}
}
