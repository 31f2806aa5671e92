package org.annotomy.annotation.count;

import java.util.Locale;

import org.annotomy.annotation.protocol.CountTask;
import org.annotomy.annotation.protocol.CountTask.Kind;

/** What came of a count, in words for the rater. */
public final class CountWords {

	private static final double NEARLY_DONE = 1 - 1e-9;

	private final CountResult result;
	private final CountTask task;

	public CountWords(CountResult result) {
		this.result = result;
		task = result.task();
	}

	/** What a result counts in, such as {@code per 2.37 mm²}. */
	public static String unit(CountTask task) {
		return task.kind() == Kind.DENSITY ? "per " + number(task.areaMm2()) + " mm²" : "%";
	}

	/** Such as {@code 8.4 per 2.37 mm² (95 %: 4.2 to 15.0)}. */
	public String result() {
		if (Double.isNaN(result.value())) return "Nothing counted yet";
		String unit = task.kind() == Kind.DENSITY ? " " + unit(task) : " %";
		return tenths(result.value()) + unit + " (95 %: " + tenths(result.low()) + " to " + tenths(result.high()) + ")";
	}

	/** Such as {@code 12 counted · 1.42 of 2.37 mm² inspected}, or {@code 45 of 150 counted · 150 of at least 100 needed}. */
	public String done() {
		if (task.kind() == Kind.DENSITY)
			return result.counted() + " counted · " + hundredths(zeroIfUnknown(result.inspectedMm2())) + " of "
					+ number(task.areaMm2())
					+ " mm² inspected";
		String words = result.counted() + " of " + result.total() + " counted";
		return task.least() > 0 ? words + " · at least " + task.least() + " needed" : words;
	}

	/** What is still to be done; empty if nothing is. */
	public String missing() {
		if (result.progress() >= NEARLY_DONE) return "";
		if (task.kind() == Kind.DENSITY)
			return "Still to be inspected: " + hundredths(task.areaMm2() - zeroIfUnknown(result.inspectedMm2())) + " mm².";
		return task.least() > 0
				? "Still to be counted: " + (task.least() - result.total()) + "."
				: "Nothing has been counted yet.";
	}

	/** Marks that are not counted, and why; empty if there are none. */
	public String notCounted() {
		String waiting = result.waiting() == 0 ? "" : result.waiting() + " in fields that are not finished count later.";
		String outside = result.outside() == 0 ? "" : result.outside() + " outside the inspected areas not counted.";
		return (waiting + " " + outside).strip();
	}

	private static double zeroIfUnknown(double areaMm2) {
		return Double.isNaN(areaMm2) ? 0 : areaMm2;
	}

	private static String tenths(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	private static String hundredths(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

	/** Without zeros at the end. */
	private static String number(double value) {
		return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
	}
}
