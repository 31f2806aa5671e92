package org.annotomy.dicom.series;

import java.lang.reflect.Array;

/** Planes of stored values as modality values. */
final class RealPlanes {

	private RealPlanes() {}

	static float[] floats(Object plane, boolean signed, ModalityTransform transform) {
		float[] values = new float[Array.getLength(plane)];
		if (plane instanceof short[] shorts)
			for (int i = 0; i < values.length; i++)
				values[i] = (float) transform.apply(signed ? shorts[i] : shorts[i] & 0xffff);
		else
			if (plane instanceof byte[] bytes)
				for (int i = 0; i < values.length; i++)
					values[i] = (float) transform.apply(signed ? bytes[i] : bytes[i] & 0xff);
			else
				for (int i = 0; i < values.length; i++)
					values[i] = (float) transform.apply(((float[]) plane)[i]);
		return values;
	}

	static double[] doubles(Object plane, boolean signed, ModalityTransform transform) {
		double[] values = new double[Array.getLength(plane)];
		if (plane instanceof int[] ints)
			for (int i = 0; i < values.length; i++)
				values[i] = transform.apply(signed ? ints[i] : Integer.toUnsignedLong(ints[i]));
		else
			if (plane instanceof double[] doubles)
				for (int i = 0; i < values.length; i++)
					values[i] = transform.apply(doubles[i]);
			else {
				float[] narrow = floats(plane, signed, transform);
				for (int i = 0; i < values.length; i++)
					values[i] = narrow[i];
			}
		return values;
	}
}
