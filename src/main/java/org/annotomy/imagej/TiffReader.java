package org.annotomy.imagej;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.FileVolume;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.Planes;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

import ij.io.FileInfo;
import ij.io.ImageReader;
import ij.io.RandomAccessStream;
import ij.io.TiffDecoder;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** Reads TIFF files with ImageJ's decoder, one plane at a time, after a check that the file can hold what its directories promise. */
final class TiffReader {

	private final Path file;

	TiffReader(Path file) {
		this.file = file;
	}

	FileVolume read(Progress progress) throws IOException {
		try {
			return readUnguarded(progress);
		} catch (CancelledException | ImageFormatException e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			throw new ImageFormatException(
					"TIFF: the file is damaged, or its kind of compression or pixels is not supported by ImageJ.", e);
		} catch (OutOfMemoryError e) {
			throw new ImageFormatException("TIFF: there is not enough free memory for the image. Close other images first.", e);
		}
	}

	private FileVolume readUnguarded(Progress progress) throws IOException {
		TiffDirectories.requireSound(file);
		Path folder = file.toAbsolutePath().getParent();
		FileInfo[] directories = new TiffDecoder(folder + java.io.File.separator, file.getFileName().toString()).getTiffInfo();
		if (directories == null) throw new ImageFormatException("TIFF: the file has no image.");
		TiffDescription description = new TiffDescription(directories[0]);
		List<FileInfo> planes = TiffPlanes.of(directories, Files.size(file));
		List<Object> pixels = new ArrayList<>();
		for (int i = 0; i < planes.size(); i++) {
			progress.checkCancelled();
			progress.update((double) i / planes.size(), "Reading pixels");
			add(pixels, readPlane(planes.get(i)));
		}
		int channels = pixels.size() / planes.size();
		FileVolume volume = new FileVolume(file, "TIFF",
				wrap(planes.get(0), pixels, description.sizes(channels, planes.size()), description));
		description.describe(volume);
		if (directories.length > 1 && planes.size() < directories.length)
			volume.warn("The file holds further images of another size or type, which were left aside.");
		return volume;
	}

	private Object readPlane(FileInfo plane) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			Object pixels = new ImageReader(plane).readPixels(new RandomAccessStream(in), plane.getOffset());
			if (pixels == null) throw new ImageFormatException("TIFF: the file is cut off or its pixels are damaged.");
			return pixels;
		}
	}

	/** 16-bit colour comes as several planes. */
	private static void add(List<Object> pixels, Object plane) {
		if (plane instanceof Object[] channels) for (Object channel : channels) {
			if (channel != null) pixels.add(channel);
		}
		else pixels.add(plane);
	}

	private static PlanarImg<? extends NativeType<?>, ?> wrap(FileInfo info, List<Object> pixels, int[] sizes,
			TiffDescription description) {
		int w = info.width;
		int h = info.height;
		List<Object> ordered = description.inOrder(pixels, sizes);
		Object first = ordered.get(0);
		if (first instanceof byte[]) return Planes.wrap(new UnsignedByteType(), ordered, w, h, sizes[0], sizes[1], sizes[2]);
		if (first instanceof int[]) return Planes.wrap(new ARGBType(), opaque(ordered, info), w, h, sizes[0], sizes[1], sizes[2]);
		if (first instanceof float[]) return Planes.wrap(new FloatType(), ordered, w, h, sizes[0], sizes[1], sizes[2]);
		if (!description.isSigned16()) return Planes.wrap(new UnsignedShortType(), ordered, w, h, sizes[0], sizes[1], sizes[2]);
		ordered.forEach(plane -> flipSign((short[]) plane));
		return Planes.wrap(new ShortType(), ordered, w, h, sizes[0], sizes[1], sizes[2]);
	}

	/** ImageJ keeps signed values as unsigned ones with 32768 added. */
	private static void flipSign(short[] plane) {
		for (int i = 0; i < plane.length; i++)
			plane[i] ^= (short) 0x8000;
	}

	private static List<Object> opaque(List<Object> planes, FileInfo info) {
		boolean inverted = info.fileType == FileInfo.CMYK;
		for (Object plane : planes) {
			int[] argb = (int[]) plane;
			for (int i = 0; i < argb.length; i++)
				argb[i] = 0xff000000 | (inverted ? ~argb[i] : argb[i]);
		}
		return planes;
	}
}
