package org.annotomy.interchange.sidecar;

import org.annotomy.json.JsonNumbers;

/** Coordinates as text with at most three decimals, without the search for the shortest double. */
final class Decimals {

	private static final double SCALE = 1000;
	/** Above this a double has no three decimals left to round. */
	private static final double LARGEST = 1L << 42;
	private static final int LONGEST = 32;

	private char[] text = new char[1 << 12];
	private int length;

	/** The nearest number with at most three decimals; never −0. */
	static double round(double value) {
		return Math.abs(value) < LARGEST ? Math.rint(value * SCALE) / SCALE + 0.0 : value;
	}

	/** Whether {@link #round} gives the same bits. */
	static boolean isRound(double value) {
		return Double.doubleToRawLongBits(round(value)) == Double.doubleToRawLongBits(value);
	}

	char[] text() {
		return text;
	}

	int length() {
		return length;
	}

	void clear() {
		length = 0;
	}

	void append(char c) {
		reserve(1);
		text[length++] = c;
	}

	/** The coordinates of a geometry, as nested arrays. */
	void append(GeoGeometry geometry) {
		GeoGeometry.Kind kind = geometry.kind();
		double[][][] parts = geometry.parts();
		if (kind.depth() == 1) {
			appendPoint(geometry.points(), 0);
			return;
		}
		if (kind.depth() == 4) append('[');
		for (int i = 0; i < parts.length; i++) {
			if (i > 0) append(',');
			if (kind.depth() > 2) append('[');
			for (int k = 0; k < parts[i].length; k++) {
				if (k > 0) append(',');
				appendRun(parts[i][k], kind.isArea());
			}
			if (kind.depth() > 2) append(']');
		}
		if (kind.depth() == 4) append(']');
	}

	private void appendRun(double[] xy, boolean close) {
		append('[');
		for (int i = 0; i < xy.length; i += 2) {
			if (i > 0) append(',');
			appendPoint(xy, i);
		}
		if (close) {
			append(',');
			appendPoint(xy, 0);
		}
		append(']');
	}

	private void appendPoint(double[] xy, int at) {
		append('[');
		append(xy[at]);
		append(',');
		append(xy[at + 1]);
		append(']');
	}

	/** A finite number, rounded to three decimals. */
	void append(double value) {
		reserve(LONGEST);
		if (!(Math.abs(value) < LARGEST)) {
			for (char c : JsonNumbers.shortest(value).toCharArray())
				append(c);
			return;
		}
		long thousandths = (long) Math.rint(value * SCALE);
		if (thousandths < 0) {
			text[length++] = '-';
			thousandths = -thousandths;
		}
		appendWhole(thousandths / 1000);
		appendFraction((int) (thousandths % 1000));
	}

	private void appendWhole(long whole) {
		int start = length;
		long rest = whole;
		for (; rest > Integer.MAX_VALUE; rest /= 10)
			text[length++] = (char) ('0' + rest % 10);
		int small = (int) rest; // divides faster than a long
		do {
			int tenth = small / 10;
			text[length++] = (char) ('0' + small - 10 * tenth);
			small = tenth;
		} while (small > 0);
		for (int i = start, k = length - 1; i < k; i++, k--) {
			char c = text[i];
			text[i] = text[k];
			text[k] = c;
		}
	}

	private void appendFraction(int thousandths) {
		if (thousandths == 0) return;
		text[length++] = '.';
		text[length++] = (char) ('0' + thousandths / 100);
		int rest = thousandths % 100;
		if (rest == 0) return;
		text[length++] = (char) ('0' + rest / 10);
		if (rest % 10 != 0) text[length++] = (char) ('0' + rest % 10);
	}

	private void reserve(int more) {
		if (length + more > text.length) text = java.util.Arrays.copyOf(text, Math.max(2 * text.length, length + more));
	}
}
