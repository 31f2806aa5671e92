package org.annotomy.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes planes to a stream, the inverse of {@link PlaneDecoder}. */
final class PlaneEncoder {

	private static final int BUFFER = 1 << 16;

	private final OutputStream out;
	private final byte[] bytes = new byte[BUFFER];
	private final ByteBuffer buffer;

	PlaneEncoder(OutputStream out, ByteOrder order) {
		this.out = out;
		this.buffer = ByteBuffer.wrap(bytes).order(order);
	}

	/** The first {@code count} values of an array as {@link PlaneDecoder#plane} makes them. */
	void plane(Object plane, int count) throws IOException {
		if (plane instanceof byte[] values) {
			out.write(values, 0, count);
			return;
		}
		int width = plane instanceof short[] ? 2 : plane instanceof double[] ? 8 : 4;
		for (int at = 0; at < count;) {
			int n = Math.min(count - at, BUFFER / width);
			if (plane instanceof short[] values) buffer.asShortBuffer().put(values, at, n);
			else if (plane instanceof int[] values) buffer.asIntBuffer().put(values, at, n);
			else if (plane instanceof float[] values) buffer.asFloatBuffer().put(values, at, n);
			else buffer.asDoubleBuffer().put((double[]) plane, at, n);
			out.write(bytes, 0, n * width);
			at += n;
		}
	}

	/** The planes' values side by side. */
	void joined(Object[] planes, int count) throws IOException {
		int width = planes[0] instanceof byte[] ? 1 : planes[0] instanceof short[] ? 2 : planes[0] instanceof double[] ? 8 : 4;
		int perRound = Math.max(1, BUFFER / (width * planes.length));
		ByteBuffer target = perRound * width * planes.length <= BUFFER
				? buffer
				: ByteBuffer.allocate(width * planes.length).order(buffer.order());
		for (int at = 0; at < count;) {
			int n = Math.min(count - at, perRound);
			for (int c = 0; c < planes.length; c++)
				spread(planes[c], at, n, target, c * width, planes.length * width);
			out.write(target.array(), 0, n * width * planes.length);
			at += n;
		}
	}

	private static void spread(Object plane, int from, int n, ByteBuffer to, int first, int step) {
		if (plane instanceof byte[] values)
			for (int i = 0; i < n; i++)
				to.put(first + i * step, values[from + i]);
		else
			if (plane instanceof short[] values)
				for (int i = 0; i < n; i++)
					to.putShort(first + i * step, values[from + i]);
			else
				if (plane instanceof int[] values)
					for (int i = 0; i < n; i++)
						to.putInt(first + i * step, values[from + i]);
				else
					if (plane instanceof float[] values)
						for (int i = 0; i < n; i++)
							to.putFloat(first + i * step, values[from + i]);
					else
						if (plane instanceof double[] values)
							for (int i = 0; i < n; i++)
								to.putDouble(first + i * step, values[from + i]);
	}
}
