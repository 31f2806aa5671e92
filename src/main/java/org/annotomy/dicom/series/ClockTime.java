package org.annotomy.dicom.series;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day in DICOM's forms: HHMMSS.FFFFFF (TM), with or without a date before it (DT). */
final class ClockTime {

	private static final Pattern FORM = Pattern.compile("(?:\\d{8})?(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d{1,6})?)(?:[+-]\\d{4})?");

	private ClockTime() {}

	/** Milliseconds since midnight, NaN if it has another form. */
	static double ms(String time) {
		Matcher matcher = FORM.matcher(time.replace(":", ""));
		if (!matcher.matches()) return Double.NaN;
		double hours = Integer.parseInt(matcher.group(1));
		double minutes = Integer.parseInt(matcher.group(2));
		return ((hours * 60 + minutes) * 60 + Double.parseDouble(matcher.group(3))) * 1000;
	}
}
