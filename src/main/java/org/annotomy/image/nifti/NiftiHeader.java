package org.annotomy.image.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.annotomy.image.ImageFormatException;

/**
 * The fields of a NIfTI header that matter here, as they stand in the file.
 *
 * @param version 1 or 2
 * @param order of all numbers in header and pixels
 * @param single whether the pixels follow in the same file
 * @param dim 8 numbers: how many axes, then their sizes
 * @param datatype code of the standard
 * @param pixdim 8 numbers: qfac, then the step along each axis
 * @param voxOffset where the pixels begin
 * @param slope and {@code intercept}: from stored to real values; slope 0 means no scaling
 * @param units code of the units of space and time
 * @param quaternion b, c, d, then the offset x, y, z of the qform
 * @param affine three rows of the sform
 */
record NiftiHeader(int version, ByteOrder order, boolean single, long[] dim, int datatype, double[] pixdim, double voxOffset,
		double slope, double intercept, int units, int qformCode, int sformCode, double[] quaternion, double[] affine) {

	static final int BYTES_1 = 348;
	static final int BYTES_2 = 540;

	/** Whether these bytes begin like a NIfTI or Analyze header of either byte order. */
	static boolean isHeader(byte[] bytes) {
		return orderOf(bytes, BYTES_1) != null && bytes.length >= BYTES_1 || orderOf(bytes, BYTES_2) != null;
	}

	/** Whether these bytes begin like a header that is NIfTI by its own mark. */
	static boolean isNifti(byte[] bytes) {
		return isHeader(bytes) && (version(bytes) == 2 || magicOf(bytes, 344).matches("n[+i]1"));
	}

	private static int version(byte[] bytes) {
		return orderOf(bytes, BYTES_1) != null ? 1 : 2;
	}

	/** The byte order in which the first number is {@code size}; null if neither. */
	private static ByteOrder orderOf(byte[] bytes, int size) {
		if (bytes.length < 4) return null;
		int first = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
		return first == size ? ByteOrder.LITTLE_ENDIAN : Integer.reverseBytes(first) == size ? ByteOrder.BIG_ENDIAN : null;
	}

	private static String magicOf(byte[] bytes, int at) {
		return bytes.length < at + 3 ? "" : new String(bytes, at, 3, StandardCharsets.ISO_8859_1);
	}

	/** @param bytes the first 540 of the file, or fewer if it is shorter */
	static NiftiHeader parse(byte[] bytes) throws ImageFormatException {
		if (!isHeader(bytes)) throw new ImageFormatException("This is not a NIfTI file.");
		int version = version(bytes);
		String magic = magicOf(bytes, version == 1 ? 344 : 4);
		if (version == 1 && !magic.matches("n[+i]1"))
			throw new ImageFormatException(
					"This is an Analyze 7.5 file. It does not say which side is left, so it is refused. Convert it to NIfTI first.");
		if (version == 2 && (bytes.length < BYTES_2 || !magic.matches("n[+i]2")))
			throw new ImageFormatException("NIfTI: the header is cut off or damaged.");
		ByteOrder order = orderOf(bytes, version == 1 ? BYTES_1 : BYTES_2);
		ByteBuffer in = ByteBuffer.wrap(bytes).order(order);
		return version == 1 ? version1(in, magic.charAt(1) == '+') : version2(in, magic.charAt(1) == '+');
	}

	private static NiftiHeader version1(ByteBuffer in, boolean single) {
		long[] dim = new long[8];
		for (int i = 0; i < 8; i++)
			dim[i] = in.getShort(40 + 2 * i);
		return new NiftiHeader(1, in.order(), single, dim, in.getShort(70), floats(in, 76, 8), in.getFloat(108), in.getFloat(112),
				in.getFloat(116), in.get(123), in.getShort(252), in.getShort(254), floats(in, 256, 6), floats(in, 280, 12));
	}

	private static NiftiHeader version2(ByteBuffer in, boolean single) {
		long[] dim = new long[8];
		for (int i = 0; i < 8; i++)
			dim[i] = in.getLong(16 + 8 * i);
		return new NiftiHeader(2, in.order(), single, dim, in.getShort(12), doubles(in, 104, 8), in.getLong(168),
				in.getDouble(176),
				in.getDouble(184), in.getInt(500), in.getInt(344), in.getInt(348), doubles(in, 352, 6), doubles(in, 400, 12));
	}

	private static double[] floats(ByteBuffer in, int at, int count) {
		double[] numbers = new double[count];
		for (int i = 0; i < count; i++)
			numbers[i] = in.getFloat(at + 4 * i);
		return numbers;
	}

	private static double[] doubles(ByteBuffer in, int at, int count) {
		double[] numbers = new double[count];
		for (int i = 0; i < count; i++)
			numbers[i] = in.getDouble(at + 8 * i);
		return numbers;
	}

	/** Size along axis 1 (x) to 7; 1 for axes the file does not have. */
	int size(int axis) throws ImageFormatException {
		if (dim[0] < 1 || dim[0] > 7)
			throw new ImageFormatException("NIfTI: the file says that it has " + dim[0] + " axes; 1 to 7 are possible.");
		if (axis > dim[0]) return 1;
		if (dim[axis] < 1 || dim[axis] > Integer.MAX_VALUE)
			throw new ImageFormatException("NIfTI: the size of axis " + axis + " is " + dim[axis] + ".");
		return (int) dim[axis];
	}

	/** How long a step of the file's unit of length is, in mm. */
	double unitMm() {
		return switch (units & 7) {
			case 1 -> 1000;
			case 3 -> 1e-3;
			default -> 1;
		};
	}

	boolean hasUnit() {
		return (units & 7) >= 1 && (units & 7) <= 3;
	}

	/** Time between time points in ms; NaN if unknown. */
	double frameTimeMs() {
		double unit = switch (units & 0x38) {
			case 8 -> 1000;
			case 16 -> 1;
			case 24 -> 1e-3;
			default -> Double.NaN;
		};
		return pixdim[4] > 0 ? pixdim[4] * unit : Double.NaN;
	}
}
