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

	private final TiffBytes bytes;
	private final List<TiffDirectory> pages = new ArrayList<>();
	private final Set<Long> seen = new HashSet<>();

	private TiffIndex(TiffBytes bytes) {
		this.bytes = bytes;
	}

	/** @throws ImageFormatException if this is no TIFF file or it is broken */
	static TiffIndex read(SlideFile file) throws IOException {
		TiffIndex index = new TiffIndex(TiffBytes.of(file));
		long offset = index.bytes.first();
		while (offset != 0)
			offset = index.readDirectory(offset, index.pages);
		if (index.pages.isEmpty()) throw new ImageFormatException("The TIFF file holds no image.");
		return index;
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
		ByteBuffer table = bytes.read(offset + width, (int) count * entry + (bytes.big() ? 8 : 4));
		Map<Integer, TiffField> fields = new HashMap<>();
		for (int i = 0; i < count; i++)
			readEntry(table.position(i * entry), offset + width + (long) i * entry, fields);
		into.add(new TiffDirectory(bytes, fields, pages.isEmpty() ? null : pages.get(0)));
		table.position((int) count * entry);
		return bytes.big() ? table.getLong() : table.getInt() & 0xffffffffL;
	}

	private void readEntry(ByteBuffer entry, long at, Map<Integer, TiffField> fields) {
		int tag = entry.getShort() & 0xffff;
		int type = entry.getShort() & 0xffff;
		long count = bytes.big() ? entry.getLong() : entry.getInt() & 0xffffffffL;
		int size = TiffField.bytesOf(type);
		if (size == 0 || count < 0 || count > bytes.file().size() / size) return;
		boolean here = count * size <= (bytes.big() ? 8 : 4);
		long offset = here ? at + (bytes.big() ? 12 : 8) : bytes.big() ? entry.getLong() : entry.getInt() & 0xffffffffL;
		fields.putIfAbsent(tag, new TiffField(type, count, offset));
	}
}
