package org.annotomy.dicom.slide;

/** Samples that are no colours, in the kinds that slides have. */
final class WsiSamples {

	private WsiSamples() {}

	static void toFloats(Object from, int at, boolean signed, float[] to, int start, int count) {
		for (int i = 0; i < count; i++)
			to[start + i] = real(from, at + i, signed);
	}

	private static float real(Object from, int i, boolean signed) {
		if (from instanceof byte[] bytes) return signed ? bytes[i] : bytes[i] & 0xff;
		if (from instanceof short[] shorts) return signed ? shorts[i] : shorts[i] & 0xffff;
		if (from instanceof int[] ints) return signed ? ints[i] : ints[i] & 0xffffffffL;
		return from instanceof float[] floats ? floats[i] : (float) ((double[]) from)[i];
	}

	/** Low samples are bright: makes them high. */
	static void invert(Object pixels, int bits) {
		int highest = (1 << Math.min(16, bits)) - 1;
		if (pixels instanceof byte[] bytes)
			for (int i = 0; i < bytes.length; i++)
				bytes[i] = (byte) (highest - (bytes[i] & 0xff));
		else
			if (pixels instanceof short[] shorts)
				for (int i = 0; i < shorts.length; i++)
					shorts[i] = (short) (highest - (shorts[i] & 0xffff));
			else
				if (pixels instanceof float[] floats)
					for (int i = 0; i < floats.length; i++)
						floats[i] = -floats[i];
	}
}
