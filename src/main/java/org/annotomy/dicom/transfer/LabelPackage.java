package org.annotomy.dicom.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.annotomy.image.ImageFormatException;

/**
 * The label files of a series in one zip archive: {@code KEY.geojson} and {@code KEY.seg.nrrd} for each image of it, where KEY is made of
 * UIDs and says which image.
 */
final class LabelPackage {

	private static final String NAME = "[0-9][0-9.]{0,80}(?: \\(\\d{1,4}\\))?\\.(?:geojson|seg\\.nrrd)";
	private static final int MOST_FILES = 1000;
	private static final long MOST_BYTES = 1L << 30;
	private static final int MOST_RATIO = 1000;
	private static final long ALWAYS_ALLOWED = 16L << 20;

	private LabelPackage() {}

	/** @throws ImageFormatException if the labels are too large for an element of a DICOM object */
	static byte[] zip(Map<String, Path> files) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		long total = 0;
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
				if (!file.getKey().matches(NAME)) throw new IllegalArgumentException("A label file cannot be called so.");
				total += Files.size(file.getValue());
				if (total > MOST_BYTES) throw new ImageFormatException("The labels are larger than 1 GB and cannot be sent.");
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTime(0);
				zip.putNextEntry(entry);
				Files.copy(file.getValue(), zip);
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	/**
	 * The files by their names, none of which is anything but a name.
	 *
	 * @throws ImageFormatException if it is no such archive, or grows beyond what is honest
	 */
	static SortedMap<String, byte[]> unzip(byte[] archive) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		long budget = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, (long) archive.length * MOST_RATIO));
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (!entry.getName().matches(NAME) || files.size() == MOST_FILES) throw broken();
				byte[] content = zip.readNBytes((int) budget + 1);
				budget -= content.length;
				if (budget < 0) throw broken();
				files.put(entry.getName(), content);
			}
		} catch (ZipException | IllegalArgumentException e) {
			throw broken();
		}
		if (files.isEmpty()) throw broken();
		return new TreeMap<>(files);
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The labels in the DICOM object are broken.");
	}
}
