package org.annotomy.dicom.series;

import java.util.Arrays;

/** Compares planes of any type. */
final class SamePixels {

	private SamePixels() {}

	static boolean areEqual(Object a, Object b) {
		if (a instanceof byte[] x && b instanceof byte[] y) return Arrays.equals(x, y);
		if (a instanceof short[] x && b instanceof short[] y) return Arrays.equals(x, y);
		if (a instanceof int[] x && b instanceof int[] y) return Arrays.equals(x, y);
		if (a instanceof float[] x && b instanceof float[] y) return Arrays.equals(x, y);
		return a instanceof double[] x && b instanceof double[] y && Arrays.equals(x, y);
	}
}
