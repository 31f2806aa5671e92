package org.annotomy.image.resample;

import org.annotomy.image.SampleType;

/** Reads and writes pieces of a plane as real numbers; integers are rounded. */
final class SampleRows {

	private final SampleType type;

	SampleRows(SampleType type) {
		this.type = type;
	}

	/** Values {@code from} … of {@code plane} into all of {@code row}. */
	void read(Object plane, int from, double[] row) {
		switch (type) {
			case INT8 -> fill(row, i -> ((byte[]) plane)[from + i]);
			case UINT8 -> fill(row, i -> ((byte[]) plane)[from + i] & 0xff);
			case INT16 -> fill(row, i -> ((short[]) plane)[from + i]);
			case UINT16 -> fill(row, i -> ((short[]) plane)[from + i] & 0xffff);
			case INT32 -> fill(row, i -> ((int[]) plane)[from + i]);
			case UINT32 -> fill(row, i -> ((int[]) plane)[from + i] & 0xffffffffL);
			case FLOAT32 -> fill(row, i -> ((float[]) plane)[from + i]);
			default -> fill(row, i -> ((double[]) plane)[from + i]);
		}
	}

	/** One value of a plane. */
	double at(Object plane, int index) {
		return switch (type) {
			case INT8 -> ((byte[]) plane)[index];
			case UINT8 -> ((byte[]) plane)[index] & 0xff;
			case INT16 -> ((short[]) plane)[index];
			case UINT16 -> ((short[]) plane)[index] & 0xffff;
			case INT32 -> ((int[]) plane)[index];
			case UINT32 -> ((int[]) plane)[index] & 0xffffffffL;
			case FLOAT32 -> ((float[]) plane)[index];
			default -> ((double[]) plane)[index];
		};
	}

	private interface Value {
		double at(int index);
	}

	private static void fill(double[] row, Value value) {
		for (int i = 0; i < row.length; i++)
			row[i] = value.at(i);
	}

	/** All of {@code row} into {@code plane} from {@code from} on. */
	void write(double[] row, Object plane, int from) {
		for (int i = 0; i < row.length; i++)
			switch (type) {
			case INT8, UINT8 -> ((byte[]) plane)[from + i] = (byte) Math.round(row[i]);
			case INT16, UINT16 -> ((short[]) plane)[from + i] = (short) Math.round(row[i]);
			case INT32, UINT32 -> ((int[]) plane)[from + i] = (int) Math.round(row[i]);
			case FLOAT32 -> ((float[]) plane)[from + i] = (float) row[i];
			default -> ((double[]) plane)[from + i] = row[i];
			}
	}

	/** An array for a plane. */
	Object newPlane(int length) {
		return switch (type) {
			case INT8, UINT8 -> new byte[length];
			case INT16, UINT16 -> new short[length];
			case INT32, UINT32 -> new int[length];
			case FLOAT32 -> new float[length];
			default -> new double[length];
		};
	}

	int bytesPerPixel() {
		return type.is64BitInteger() ? Double.BYTES : type.bytes();
	}
}
