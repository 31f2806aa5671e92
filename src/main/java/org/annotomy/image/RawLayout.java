package org.annotomy.image;

import java.nio.ByteOrder;

/**
 * How the values of an image follow each other in a file: x fastest, then y, then the axes of {@code outer}. Values of one pixel may lie
 * side by side instead ({@code interleaved}).
 *
 * @param type of every value
 * @param order of the bytes of one value
 * @param interleaved how many channels lie side by side in each pixel; 1 if none do. Then {@code nc} is this number
 * @param colour whether the 3 or 4 interleaved 8-bit values are red, green, blue (and alpha) and make one ARGB channel
 * @param nx columns; likewise {@code ny} rows, {@code nc} channels, {@code nz} slices, {@code nt} time points
 * @param outer the order of the axes c, z, t in the file, the fastest first, such as {@code ztc}; c is ignored if interleaved
 */
public record RawLayout(SampleType type, ByteOrder order, int interleaved, boolean colour, int nx, int ny, int nc, int nz, int nt,
		String outer) {

	private static final int LARGEST_PLANE = Integer.MAX_VALUE - 16;
	private static final int MOST_PLANES = 1 << 22;
	/** What an array and the objects around it take beside its values. */
	private static final int BYTES_PER_PLANE = 128;

	/** @throws IllegalArgumentException if an axis is empty or the parts contradict each other */
	public RawLayout {
		if (nx < 1 || ny < 1 || nc < 1 || nz < 1 || nt < 1)
			throw new IllegalArgumentException(
					"An image has at least one value along each axis, not " + nx + " × " + ny + " × " + nc + " × " + nz + " × "
							+ nt + ".");
		if (interleaved > 1 && interleaved != nc)
			throw new IllegalArgumentException("There are " + interleaved + " interleaved values, but " + nc + " channels.");
		if (colour && (interleaved != 3 && interleaved != 4 || type != SampleType.UINT8))
			throw new IllegalArgumentException("Colour is 3 or 4 interleaved bytes.");
		if (outer.length() != 3 || outer.indexOf('c') < 0 || outer.indexOf('z') < 0 || outer.indexOf('t') < 0)
			throw new IllegalArgumentException("The order of the outer axes is a permutation of czt, not " + outer + ".");
	}

	/** One value per pixel, slices then time points then channels, as NIfTI has it. */
	public static RawLayout planar(SampleType type, ByteOrder order, int nx, int ny, int nc, int nz, int nt) {
		return new RawLayout(type, order, 1, false, nx, ny, nc, nz, nt, "ztc");
	}

	/** {@code channels} values side by side per pixel. */
	public static RawLayout interleaved(SampleType type, ByteOrder order, int channels, int nx, int ny, int nz, int nt) {
		return new RawLayout(type, order, channels, false, nx, ny, channels, nz, nt, "czt");
	}

	/** Red, green, blue bytes side by side, with {@code samples} 4 also alpha. */
	public static RawLayout colour(int samples, int nx, int ny, int nz, int nt) {
		return new RawLayout(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, samples, true, nx, ny, samples, nz, nt, "czt");
	}

	/** How many bytes the file holds for this. */
	public long storedBytes() throws ImageFormatException {
		return bytes(nc, type.bytes());
	}

	/** How many bytes of memory the pixels take. */
	long memoryBytes() throws ImageFormatException {
		return (colour ? bytes(1, 4) : storedBytes()) + (long) BYTES_PER_PLANE * channelsInMemory() * nz * nt;
	}

	private long bytes(int channels, int bytesPerValue) throws ImageFormatException {
		try {
			long plane = Math.multiplyExact((long) nx, (long) ny);
			long planes = Math.multiplyExact(Math.multiplyExact((long) channels, (long) nz), (long) nt);
			if (Math.multiplyExact(plane, (long) interleaved) > LARGEST_PLANE || planes > MOST_PLANES)
				throw new ImageFormatException("The image is too large: " + describe() + ".");
			return Math.multiplyExact(Math.multiplyExact(plane, planes), (long) bytesPerValue);
		} catch (ArithmeticException e) {
			throw new ImageFormatException("The image is too large: " + describe() + ".", e);
		}
	}

	int channelsInMemory() {
		return colour ? 1 : nc;
	}

	/** Planes as they lie in the file; interleaved channels count as one. */
	int filePlanes() {
		return (interleaved > 1 ? 1 : nc) * nz * nt;
	}

	/** The place c + nc · (z + nz · t) of the plane that is number {@code filePlane} in the file; c is 0 if interleaved. */
	int planeIndex(int filePlane) {
		int c = 0;
		int z = 0;
		int t = 0;
		int rest = filePlane;
		for (int i = 0; i < outer.length(); i++)
			switch (outer.charAt(i)) {
			case 'c' -> {
				int size = interleaved > 1 ? 1 : nc;
				c = rest % size;
				rest /= size;
			}
			case 'z' -> {
				z = rest % nz;
				rest /= nz;
			}
			default -> {
				t = rest % nt;
				rest /= nt;
			}
			}
		return c + channelsInMemory() * (z + nz * t);
	}

	String describe() {
		return nx + " × " + ny + " × " + nz + (nc > 1 ? ", " + nc + " channels" : "")
				+ (nt > 1 ? ", " + nt + " time points" : "");
	}
}
