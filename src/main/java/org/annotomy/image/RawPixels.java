package org.annotomy.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.annotomy.task.Progress;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.IntType;

/** Turns a run of stored values into typed planes and back; what NIfTI, NRRD and MetaImage have in common. */
public final class RawPixels {

	private RawPixels() {}

	/**
	 * Reads exactly {@link RawLayout#storedBytes()} bytes. 64-bit integers become 32-bit ones if all values fit, else doubles (exact to
	 * 2⁵³).
	 *
	 * @param in decoded values; not closed. Check their size with {@link PixelBudget} first
	 * @return an image with the axes x, y, c, z, t
	 * @throws ImageFormatException if the values end early or memory is exhausted
	 */
	public static PlanarImg<? extends NativeType<?>, ?> read(InputStream in, RawLayout layout, Progress progress)
			throws IOException {
		try {
			List<Object> planes = readPlanes(in, layout, progress);
			int nc = layout.channelsInMemory();
			return wrap(pixelType(layout, planes.get(0)), planes, layout, nc);
		} catch (EOFException e) {
			throw new ImageFormatException("The file is cut off: it ends before the last of " + layout.describe() + " pixels.",
					e);
		} catch (OutOfMemoryError e) {
			throw new ImageFormatException("There is not enough free memory for an image of " + layout.describe()
					+ " pixels. Close other images or raise the limit in Edit > Options > Memory & Threads.", e);
		}
	}

	private static List<Object> readPlanes(InputStream in, RawLayout layout, Progress progress) throws IOException {
		PlaneDecoder decoder = new PlaneDecoder(in, layout.type(), layout.order());
		int count = layout.filePlanes();
		int nc = layout.channelsInMemory();
		int values = layout.nx() * layout.ny();
		List<Object> planes = new ArrayList<>(Collections.nCopies(nc * layout.nz() * layout.nt(), null));
		for (int i = 0; i < count; i++) {
			if ((i & 15) == 0) {
				progress.checkCancelled();
				progress.update((double) i / count, "Reading pixels");
			}
			int index = layout.planeIndex(i);
			if (layout.colour()) planes.set(index, decoder.colour(values, layout.interleaved()));
			else if (layout.interleaved() > 1) set(planes, index, decoder.split(values, layout.interleaved()));
			else planes.set(index, decoder.plane(values));
		}
		if (decoder.widened()) planes.replaceAll(PlaneDecoder::toDouble);
		return planes;
	}

	private static void set(List<Object> planes, int from, Object[] channels) {
		for (int c = 0; c < channels.length; c++)
			planes.set(from + c, channels[c]);
	}

	private static NativeType<?> pixelType(RawLayout layout, Object plane) {
		if (layout.colour()) return new ARGBType();
		if (layout.type().is64BitInteger() && plane instanceof int[]) return new IntType();
		return layout.type().pixelType();
	}

	@SuppressWarnings({"unchecked", "rawtypes"})
	private static PlanarImg<? extends NativeType<?>, ?> wrap(NativeType<?> type, List<Object> planes, RawLayout layout, int nc) {
		return Planes.wrap((NativeType) type, planes, layout.nx(), layout.ny(), nc, layout.nz(), layout.nt());
	}

	/**
	 * Writes what {@link #read} reads.
	 *
	 * @param pixels axes x, y, c, z, t; their sizes and type as in {@code layout}
	 * @throws IllegalArgumentException if they differ, or the layout asks for colour or a 64-bit integer
	 */
	public static void write(PlanarImg<? extends NativeType<?>, ?> pixels, RawLayout layout, OutputStream out, Progress progress)
			throws IOException {
		requireSame(pixels, layout);
		PlaneEncoder encoder = new PlaneEncoder(out, layout.order());
		int count = layout.filePlanes();
		for (int i = 0; i < count; i++) {
			if ((i & 15) == 0) {
				progress.checkCancelled();
				progress.update((double) i / count, "Writing pixels");
			}
			int index = layout.planeIndex(i);
			int values = layout.nx() * layout.ny();
			if (layout.interleaved() == 1) encoder.plane(Planes.array(pixels, index), values);
			else {
				Object[] channels = new Object[layout.interleaved()];
				Arrays.setAll(channels, c -> Planes.array(pixels, index + c));
				encoder.joined(channels, values);
			}
		}
	}

	private static void requireSame(PlanarImg<? extends NativeType<?>, ?> pixels, RawLayout layout) {
		long[] expected = {layout.nx(), layout.ny(), layout.nc(), layout.nz(), layout.nt()};
		if (!Arrays.equals(expected, pixels.dimensionsAsLongArray()))
			throw new IllegalArgumentException("The image has the size " + Arrays.toString(pixels.dimensionsAsLongArray())
					+ ", but the layout " + Arrays.toString(expected) + ".");
		if (layout.colour() || SampleType.of(Planes.type(pixels)) != layout.type())
			throw new IllegalArgumentException("The layout asks for " + layout.type() + " values, which the pixels are not.");
	}
}
