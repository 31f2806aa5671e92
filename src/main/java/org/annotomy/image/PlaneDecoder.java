package org.annotomy.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads planes of one type from a stream. Bytes go straight into the plane, wider values through a small buffer. */
final class PlaneDecoder {

	private static final int BUFFER = 1 << 16;

	private final InputStream in;
	private final SampleType type;
	private final byte[] bytes = new byte[BUFFER];
	private final ByteBuffer buffer;
	private boolean widened;

	PlaneDecoder(InputStream in, SampleType type, ByteOrder order) {
		this.in = in;
		this.type = type;
		this.buffer = ByteBuffer.wrap(bytes).order(order);
	}

	/** Whether a 64-bit integer was met that an int cannot hold. */
	boolean widened() {
		return widened;
	}

	/** @return a {@code byte[]}, {@code short[]}, {@code int[]}, {@code float[]} or {@code double[]} of {@code count} values */
	Object plane(int count) throws IOException {
		switch (type) {
			case INT8, UINT8 :
				byte[] plane = new byte[count];
				fill(plane, count);
				return plane;
			case INT16, UINT16 :
				short[] shorts = new short[count];
				for (int at = 0, n; at < count; at += n)
					buffer.asShortBuffer().get(shorts, at, n = next(count - at));
				return shorts;
			case INT32, UINT32 :
				int[] ints = new int[count];
				for (int at = 0, n; at < count; at += n)
					buffer.asIntBuffer().get(ints, at, n = next(count - at));
				return ints;
			case FLOAT32 :
				float[] floats = new float[count];
				for (int at = 0, n; at < count; at += n)
					buffer.asFloatBuffer().get(floats, at, n = next(count - at));
				return floats;
			case FLOAT64 :
				double[] doubles = new double[count];
				for (int at = 0, n; at < count; at += n)
					buffer.asDoubleBuffer().get(doubles, at, n = next(count - at));
				return doubles;
			default :
				return narrowed(count);
		}
	}

	/** {@code samples} planes whose values lie side by side. */
	Object[] split(int count, int samples) throws IOException {
		Object joined = plane(Math.multiplyExact(count, samples));
		Object[] planes = new Object[samples];
		for (int c = 0; c < samples; c++)
			planes[c] = every(joined, c, samples, count);
		return planes;
	}

	/** Red, green, blue (and alpha, which is dropped) as ARGB. */
	int[] colour(int count, int samples) throws IOException {
		int[] plane = new int[count];
		int perRound = BUFFER / samples;
		for (int at = 0; at < count;) {
			int n = Math.min(perRound, count - at);
			fill(bytes, n * samples);
			for (int i = 0, b = 0; i < n; i++, b += samples)
				plane[at++] = 0xff000000 | (bytes[b] & 0xff) << 16 | (bytes[b + 1] & 0xff) << 8 | bytes[b + 2] & 0xff;
		}
		return plane;
	}

	private Object narrowed(int count) throws IOException {
		long[] values = new long[count];
		for (int at = 0, n; at < count; at += n)
			buffer.asLongBuffer().get(values, at, n = next(count - at));
		int[] ints = new int[count];
		for (int i = 0; i < count && !widened; i++) {
			ints[i] = (int) values[i];
			widened = ints[i] != values[i];
		}
		if (!widened) return ints;
		double[] doubles = new double[count];
		for (int i = 0; i < count; i++)
			doubles[i] = type == SampleType.UINT64 && values[i] < 0
					? (values[i] >>> 1) * 2.0 + (values[i] & 1)
					: values[i];
		return doubles;
	}

	static Object toDouble(Object plane) {
		if (!(plane instanceof int[] ints)) return plane;
		double[] doubles = new double[ints.length];
		for (int i = 0; i < ints.length; i++)
			doubles[i] = ints[i];
		return doubles;
	}

	private static Object every(Object joined, int first, int step, int count) {
		if (joined instanceof byte[] from) {
			byte[] to = new byte[count];
			for (int i = 0, j = first; i < count; i++, j += step)
				to[i] = from[j];
			return to;
		}
		if (joined instanceof short[] from) {
			short[] to = new short[count];
			for (int i = 0, j = first; i < count; i++, j += step)
				to[i] = from[j];
			return to;
		}
		if (joined instanceof int[] from) {
			int[] to = new int[count];
			for (int i = 0, j = first; i < count; i++, j += step)
				to[i] = from[j];
			return to;
		}
		if (joined instanceof float[] from) {
			float[] to = new float[count];
			for (int i = 0, j = first; i < count; i++, j += step)
				to[i] = from[j];
			return to;
		}
		double[] from = (double[]) joined;
		double[] to = new double[count];
		for (int i = 0, j = first; i < count; i++, j += step)
			to[i] = from[j];
		return to;
	}

	/** Fills the buffer with at most {@code wanted} values; how many. */
	private int next(int wanted) throws IOException {
		int n = Math.min(wanted, BUFFER / type.bytes());
		fill(bytes, n * type.bytes());
		return n;
	}

	private void fill(byte[] target, int length) throws IOException {
		if (in.readNBytes(target, 0, length) < length) throw new EOFException();
	}
}
