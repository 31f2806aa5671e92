package org.annotomy.benchmark;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * What came of one operation.
 *
 * @param seconds of each timed run
 * @param peakMb the most memory that the process held during the first run, less what it held at the start and the inputs
 * @param check the check value, or why the operation did not run
 */
public record BenchmarkLine(String name, double[] seconds, long peakMb, String check) {

	/** The heading of {@link #text}. */
	public static final String HEADING = "operation;median seconds;min;max;peak MB;check";

	static BenchmarkLine failed(String name, String reason) {
		return new BenchmarkLine(name, new double[0], 0, "not run: " + reason);
	}

	/** Did it run? */
	public boolean ran() {
		return seconds.length > 0;
	}

	/** Separated by semicolons, with decimal points. */
	public String text() {
		if (!ran()) return name + ";;;;;" + check;
		double[] sorted = seconds.clone();
		Arrays.sort(sorted);
		int n = sorted.length;
		double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
		return String.format(Locale.ROOT, "%s;%.4f;%.4f;%.4f;%d;%s", name, median, sorted[0], sorted[n - 1], peakMb, check);
	}

	/** As Python prints it, up to 10¹⁶. */
	static String check(Number value) {
		if (value instanceof Double d && Double.isFinite(d) && Math.abs(d) >= 1e7 && Math.abs(d) < 1e16) {
			String plain = new BigDecimal(d.toString()).toPlainString();
			return plain.contains(".") ? plain : plain + ".0";
		}
		return value.toString();
	}
}
