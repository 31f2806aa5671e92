package org.annotomy.dicom.conformance;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

import org.annotomy.digest.Sha256;

/** Digest, range and sums over stored samples in C order (frame, row, column, sample), little endian, as manifests have them. */
final class SampleDigest {

	private final MessageDigest all = Sha256.begin();
	private final boolean signed;
	private final double[] sums;
	private String firstFrame;
	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;
	private long count;

	/** @param samples per pixel */
	SampleDigest(int samples, boolean signed) {
		this.sums = new double[samples];
		this.signed = signed;
	}

	/** Adds the samples of the next frame. */
	void add(Object samples) {
		byte[] bytes = littleEndian(samples);
		all.update(bytes);
		if (firstFrame == null) firstFrame = Sha256.hex(bytes);
		int length = Array.getLength(samples);
		for (int i = 0; i < length; i++) {
			double value = value(samples, i);
			if (Double.isNaN(value)) continue;
			min = Math.min(min, value);
			max = Math.max(max, value);
			sums[i % sums.length] += value;
			count++;
		}
	}

	private double value(Object samples, int i) {
		if (samples instanceof byte[] bytes) return signed ? bytes[i] : bytes[i] & 0xff;
		if (samples instanceof short[] shorts) return signed ? shorts[i] : shorts[i] & 0xffff;
		if (samples instanceof int[] ints) return signed ? ints[i] : Integer.toUnsignedLong(ints[i]);
		if (samples instanceof float[] floats) return floats[i];
		return ((double[]) samples)[i];
	}

	private static byte[] littleEndian(Object samples) {
		if (samples instanceof byte[] values) return values;
		if (samples instanceof short[] values) {
			ByteBuffer bytes = buffer(2L * values.length);
			bytes.asShortBuffer().put(values);
			return bytes.array();
		}
		if (samples instanceof int[] values) {
			ByteBuffer bytes = buffer(4L * values.length);
			bytes.asIntBuffer().put(values);
			return bytes.array();
		}
		if (samples instanceof float[] values) {
			ByteBuffer bytes = buffer(4L * values.length);
			bytes.asFloatBuffer().put(values);
			return bytes.array();
		}
		double[] values = (double[]) samples;
		ByteBuffer bytes = buffer(8L * values.length);
		bytes.asDoubleBuffer().put(values);
		return bytes.array();
	}

	private static ByteBuffer buffer(long length) {
		return ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Of all frames. Ends the digest: no frame can be added after it. */
	String ofAll() {
		return Sha256.end(all);
	}

	String ofFirstFrame() {
		return firstFrame;
	}

	double min() {
		return min;
	}

	double max() {
		return max;
	}

	double sum() {
		double sum = 0;
		for (double channel : sums)
			sum += channel;
		return sum;
	}

	/** Of all samples but NaN. */
	double mean() {
		return sum() / count;
	}
}
