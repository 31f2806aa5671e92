package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

import ij.io.FileInfo;

/** Where the planes of a TIFF lie, checked against the size of the file. */
final class TiffPlanes {

	/** Deflate, the best of TIFF's compressions, cannot exceed 1032:1. */
	private static final long LARGEST_RATIO = 1040;
	private static final long ALWAYS_ALLOWED = 64L << 20;
	private static final int MOST_PLANES = 1 << 20;

	private TiffPlanes() {}

	/**
	 * @param directories at least one
	 * @return a description for each plane: those like the first, or the many that follow the first in ImageJ's own large stacks
	 */
	static List<FileInfo> of(FileInfo[] directories, long fileBytes) throws ImageFormatException {
		FileInfo first = directories[0];
		if (first.samplesPerPixel > 1 && first.getBytesPerPixel() != 3 && first.getBytesPerPixel() != 4
				&& first.getBytesPerPixel() != 6)
			throw new ImageFormatException("TIFF: " + first.samplesPerPixel
					+ " values per pixel that are not a colour are not supported. In Fiji, Bio-Formats may open the file.");
		List<FileInfo> planes = first.nImages > 1 ? contiguous(first, fileBytes) : new ArrayList<>();
		if (planes.isEmpty())
			for (FileInfo info : directories)
				if (info.fileType == first.fileType && info.width == first.width && info.height == first.height) planes.add(info);
		requireRoom(planes, fileBytes);
		return planes;
	}

	private static List<FileInfo> contiguous(FileInfo first, long fileBytes) throws ImageFormatException {
		long size = planeBytes(first);
		long step = size + first.getGap();
		if (first.nImages > MOST_PLANES || first.getOffset() + step * (first.nImages - 1) + size > fileBytes) throw cutOff();
		List<FileInfo> planes = new ArrayList<>();
		for (int i = 0; i < first.nImages; i++) {
			FileInfo plane = (FileInfo) first.clone();
			plane.longOffset = first.getOffset() + i * step;
			plane.nImages = 1;
			planes.add(plane);
		}
		return planes;
	}

	private static void requireRoom(List<FileInfo> planes, long fileBytes) throws ImageFormatException {
		long total = 0;
		for (FileInfo plane : planes) {
			long size = planeBytes(plane);
			total += Math.max(size, (long) plane.width * plane.height * memoryPerPixel(plane));
			boolean packed = plane.compression > FileInfo.COMPRESSION_NONE;
			boolean strips = plane.stripOffsets != null && plane.stripLengths != null;
			if (strips) requireStrips(plane, fileBytes);
			if (!packed && plane.getOffset() + (plane.fileType == FileInfo.BITMAP ? size / 8 : size) > fileBytes + slack(plane))
				throw cutOff();
			if (packed && size > ALWAYS_ALLOWED && size / LARGEST_RATIO > fileBytes) throw cutOff();
		}
		if (total > Runtime.getRuntime().maxMemory())
			throw new ImageFormatException("TIFF: the image needs " + (total >> 20) + " MB of memory, but only "
					+ (Runtime.getRuntime().maxMemory() >> 20)
					+ " MB may be used. Raise the limit in Edit > Options > Memory & Threads.");
	}

	/** Strips may lie anywhere, also before the first one. */
	private static long slack(FileInfo plane) {
		return plane.stripOffsets != null && plane.stripOffsets.length > 1 ? plane.getOffset() : 0;
	}

	private static void requireStrips(FileInfo plane, long fileBytes) throws ImageFormatException {
		int count = Math.min(plane.stripOffsets.length, plane.stripLengths.length);
		for (int i = 0; i < count; i++)
			if (plane.stripLengths[i] < 0 || (plane.stripOffsets[i] & 0xffffffffL) + plane.stripLengths[i] > fileBytes)
				throw cutOff();
	}

	private static long planeBytes(FileInfo plane) throws ImageFormatException {
		long pixels = (long) plane.width * plane.height;
		if (plane.width < 1 || plane.height < 1 || pixels > Integer.MAX_VALUE - 16)
			throw new ImageFormatException(
					"TIFF: an image of " + plane.width + " × " + plane.height + " pixels is not possible here.");
		if (plane.getBytesPerPixel() < 1) throw new ImageFormatException("TIFF: this kind of pixel is not supported.");
		return switch (plane.fileType) {
			case FileInfo.GRAY12_UNSIGNED -> pixels * 3 / 2;
			case FileInfo.GRAY10_UNSIGNED -> pixels * 5 / 4;
			default -> pixels * plane.getBytesPerPixel();
		};
	}

	private static int memoryPerPixel(FileInfo plane) {
		return plane.getBytesPerPixel() == 3 ? 4 : plane.getBytesPerPixel();
	}

	private static ImageFormatException cutOff() {
		return new ImageFormatException("TIFF: the file is cut off, or it promises more pixels than it can hold.");
	}
}
