package org.annotomy.dicom.codec;

/** Takes the stored bits out of the allocated ones (PS3.5 8.1.1): what lies above them may be an overlay. */
final class SampleBits {

	private SampleBits() {}

	/** Shifts, masks and extends the sign of all samples in place. */
	static void normalise(Object samples, PixelFormat format) {
		if (format.real() || format.bitsStored() == format.bitsAllocated() || format.bitsAllocated() == 1) return;
		int up = format.bitsAllocated() - 1 - format.highBit();
		int down = format.bitsAllocated() - format.bitsStored();
		if (samples instanceof short[] shorts) normalise(shorts, up, down, format.signed());
		else if (samples instanceof byte[] bytes) normalise(bytes, up, down, format.signed());
		else if (samples instanceof int[] ints) normalise(ints, up, down, format.signed());
	}

	private static void normalise(short[] samples, int up, int down, boolean signed) {
		if (signed)
			for (int i = 0; i < samples.length; i++)
				samples[i] = (short) ((short) (samples[i] << up) >> down);
		else
			for (int i = 0; i < samples.length; i++)
				samples[i] = (short) ((samples[i] << up & 0xffff) >>> down);
	}

	private static void normalise(byte[] samples, int up, int down, boolean signed) {
		if (signed)
			for (int i = 0; i < samples.length; i++)
				samples[i] = (byte) ((byte) (samples[i] << up) >> down);
		else
			for (int i = 0; i < samples.length; i++)
				samples[i] = (byte) ((samples[i] << up & 0xff) >>> down);
	}

	private static void normalise(int[] samples, int up, int down, boolean signed) {
		for (int i = 0; i < samples.length; i++)
			samples[i] = signed ? samples[i] << up >> down : samples[i] << up >>> down;
	}
}
