package org.annotomy.slide.zarr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.annotomy.image.ImageFormatException;

/** A hierarchy in a zip archive, at its top or in its only folder. */
final class ZipStore implements ZarrStore {

	private final ZipFile zip;
	private final String prefix;

	ZipStore(Path file) throws IOException {
		zip = new ZipFile(file.toFile());
		prefix = prefix(zip);
	}

	private static String prefix(ZipFile zip) {
		for (String name : new String[]{"zarr.json", ".zgroup", ".zattrs"})
			if (zip.getEntry(name) != null) return "";
		Enumeration<? extends ZipEntry> entries = zip.entries();
		while (entries.hasMoreElements()) {
			String name = entries.nextElement().getName();
			int slash = name.indexOf('/');
			if (slash > 0 && name.substring(slash).matches("/(zarr\\.json|\\.zgroup|\\.zattrs)"))
				return name.substring(0, slash + 1);
		}
		return "";
	}

	@Override
	public byte[] get(String key) throws IOException {
		ZipEntry entry = zip.getEntry(prefix + key);
		if (entry == null || entry.isDirectory()) return null;
		return read(entry, 0, (int) Math.min(MAX_VALUE, Math.max(0, entry.getSize())));
	}

	@Override
	public byte[] get(String key, long offset, int count) throws IOException {
		ZipEntry entry = zip.getEntry(prefix + key);
		return entry == null || entry.isDirectory() ? null : read(entry, offset < 0 ? entry.getSize() + offset : offset, count);
	}

	private byte[] read(ZipEntry entry, long from, int count) throws IOException {
		if (from < 0 || from > entry.getSize() - count || count == MAX_VALUE)
			throw new ImageFormatException("A part of the Zarr data is cut short or too large.");
		try (InputStream in = zip.getInputStream(entry)) {
			in.skipNBytes(from);
			byte[] bytes = in.readNBytes(count);
			if (bytes.length < count) throw new ImageFormatException("A part of the Zarr data is cut short.");
			return bytes;
		}
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}
}
