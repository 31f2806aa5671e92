package org.annotomy.image.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes NIfTI headers by hand, independent of the reader: each setter follows the C struct of the standard. */
final class NiftiBytes {

	final ByteBuffer bytes;
	private final boolean second;

	/** @param pixelBytes room behind the header; the pixels begin at 352 or 544 */
	NiftiBytes(boolean second, ByteOrder order, int pixelBytes) {
		this.second = second;
		this.bytes = ByteBuffer.allocate((second ? 544 : 352) + pixelBytes).order(order);
		bytes.putInt(0, second ? 540 : 348);
		magic(second ? "n+2" : "n+1");
		if (second) bytes.putLong(168, 544);
		else bytes.putFloat(108, 352);
		pixdim(1, 1, 1, 1);
		units(2 | 8);
	}

	NiftiBytes magic(String magic) {
		bytes.put(second ? 4 : 344, magic.getBytes(StandardCharsets.US_ASCII));
		return this;
	}

	NiftiBytes dim(long... sizes) {
		for (int i = 0; i <= 7; i++) {
			long value = i == 0 ? sizes.length : i <= sizes.length ? sizes[i - 1] : 1;
			if (second) bytes.putLong(16 + 8 * i, value);
			else bytes.putShort(40 + 2 * i, (short) value);
		}
		return this;
	}

	NiftiBytes datatype(int code, int bits) {
		bytes.putShort(second ? 12 : 70, (short) code);
		bytes.putShort(second ? 14 : 72, (short) bits);
		return this;
	}

	NiftiBytes pixdim(double... values) {
		for (int i = 0; i < values.length; i++)
			real(second ? 104 : 76, i, values[i]);
		return this;
	}

	NiftiBytes scale(double slope, double intercept) {
		real(second ? 176 : 112, 0, slope);
		real(second ? 176 : 112, 1, intercept);
		return this;
	}

	NiftiBytes units(int code) {
		if (second) bytes.putInt(500, code);
		else bytes.put(123, (byte) code);
		return this;
	}

	NiftiBytes qform(int code, double... quaternionAndOffset) {
		if (second) bytes.putInt(344, code);
		else bytes.putShort(252, (short) code);
		for (int i = 0; i < quaternionAndOffset.length; i++)
			real(second ? 352 : 256, i, quaternionAndOffset[i]);
		return this;
	}

	NiftiBytes sform(int code, double... rows) {
		if (second) bytes.putInt(348, code);
		else bytes.putShort(254, (short) code);
		for (int i = 0; i < rows.length; i++)
			real(second ? 400 : 280, i, rows[i]);
		return this;
	}

	int pixelOffset() {
		return second ? 544 : 352;
	}

	private void real(int at, int index, double value) {
		if (second) bytes.putDouble(at + 8 * index, value);
		else bytes.putFloat(at + 4 * index, (float) value);
	}

	byte[] toBytes() {
		return bytes.array();
	}
}
