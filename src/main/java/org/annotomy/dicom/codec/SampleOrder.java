package org.annotomy.dicom.codec;

import java.lang.reflect.Array;

/** Turns planes of samples into pixels of samples. */
final class SampleOrder {

	private SampleOrder() {}

	/** From RRR…GGG…BBB… to RGBRGB…, as a new array of the same type. */
	static Object interleave(Object planar, int samples) {
		int length = Array.getLength(planar);
		Object interleaved = Array.newInstance(planar.getClass().getComponentType(), length);
		int pixels = length / samples;
		for (int sample = 0; sample < samples; sample++)
			spread(planar, sample * pixels, interleaved, sample, samples, pixels);
		return interleaved;
	}

	private static void spread(Object planar, int from, Object interleaved, int first, int step, int count) {
		if (planar instanceof byte[] source) {
			byte[] target = (byte[]) interleaved;
			for (int i = 0, to = first; i < count; i++, to += step)
				target[to] = source[from + i];
		} else if (planar instanceof short[] source) {
			short[] target = (short[]) interleaved;
			for (int i = 0, to = first; i < count; i++, to += step)
				target[to] = source[from + i];
		} else {
			for (int i = 0, to = first; i < count; i++, to += step)
				Array.set(interleaved, to, Array.get(planar, from + i));
		}
	}
}
