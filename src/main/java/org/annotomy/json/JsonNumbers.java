package org.annotomy.json;

import java.math.BigDecimal;

/** How numbers are written: the shortest decimal that reads back equal, integers without a point, no exponent for everyday sizes. */
public final class JsonNumbers {

	private static final double PLAIN_FROM = 1e-6;
	private static final double PLAIN_BELOW = 1e15;

	private JsonNumbers() {}

	/** @throws IllegalArgumentException if the number is not finite: JSON has no word for it */
	public static String shortest(double number) {
		if (!Double.isFinite(number)) throw new IllegalArgumentException("JSON cannot hold " + number + ".");
		if (number == 0) return Double.doubleToRawLongBits(number) == 0 ? "0" : "-0.0";
		if (number == Math.rint(number) && Math.abs(number) < PLAIN_BELOW) return Long.toString((long) number);
		double size = Math.abs(number);
		if (size < PLAIN_FROM || size >= PLAIN_BELOW) return Double.toString(number);
		return plain(Double.toString(number));
	}

	private static String plain(String text) {
		return text.indexOf('E') < 0 ? text : new BigDecimal(text).stripTrailingZeros().toPlainString();
	}
}
