package org.annotomy.dicom.series;

import java.util.Arrays;

/** Planes for slices that are missing. */
final class EmptyPlanes {

	private EmptyPlanes() {}

	/**
	 * A plane of the same type and size.
	 *
	 * @param padding the value to fill it with; NaN for the lowest value of {@code plane}
	 */
	static Object like(Object plane, boolean signed, boolean color, double padding) {
		if (plane instanceof byte[] bytes) return filled(bytes, signed, padding);
		if (plane instanceof short[] shorts) return filled(shorts, signed, padding);
		if (plane instanceof float[] floats) {
			float[] empty = new float[floats.length];
			Arrays.fill(empty, Float.NaN);
			return empty;
		}
		if (plane instanceof double[] doubles) {
			double[] empty = new double[doubles.length];
			Arrays.fill(empty, Double.NaN);
			return empty;
		}
		int[] empty = new int[((int[]) plane).length];
		if (color) Arrays.fill(empty, 0xff000000);
		return empty;
	}

	private static byte[] filled(byte[] plane, boolean signed, double padding) {
		int lowest = signed ? Byte.MAX_VALUE : 255;
		for (byte value : plane)
			lowest = Math.min(lowest, signed ? value : value & 0xff);
		byte[] empty = new byte[plane.length];
		Arrays.fill(empty, (byte) (Double.isNaN(padding) ? lowest : (int) padding));
		return empty;
	}

	private static short[] filled(short[] plane, boolean signed, double padding) {
		int lowest = signed ? Short.MAX_VALUE : 65535;
		for (short value : plane)
			lowest = Math.min(lowest, signed ? value : value & 0xffff);
		short[] empty = new short[plane.length];
		Arrays.fill(empty, (short) (Double.isNaN(padding) ? lowest : (int) padding));
		return empty;
	}
}
