package org.annotomy.dicom.presentation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, if it is known, and a time of day in DICOM's forms (PS3.5 6.2: DA, TM, DT; and the forms of ACR-NEMA).
 *
 * @param day counted from 1970; NaN if unknown
 * @param second of the day; NaN if unknown
 */
record Moment(double day, double second) {

	private static final double DAY = 24 * 3600;
	private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2})(?::?(\\d{2}(?:\\.\\d{1,6})?))?");
	private static final Pattern DATE_TIME = Pattern.compile("(\\d{8})(\\d{4,6}(?:\\.\\d{1,6})?)(?:[+-]\\d{4})?");

	static Moment of(String date, String time) {
		return new Moment(day(date), second(time));
	}

	/** Offsets from UTC are left out: both ends of a wait are in one place. */
	static Moment ofDateTime(String dateTime) {
		Matcher matcher = DATE_TIME.matcher(dateTime);
		return matcher.matches() ? of(matcher.group(1), matcher.group(2)) : new Moment(Double.NaN, Double.NaN);
	}

	private static double day(String date) {
		try {
			return LocalDate.parse(date.replace(".", ""), DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
		} catch (DateTimeException e) {
			return Double.NaN;
		}
	}

	private static double second(String time) {
		Matcher matcher = TIME.matcher(time.strip());
		if (!matcher.matches()) return Double.NaN;
		double seconds = matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3));
		return Integer.parseInt(matcher.group(1)) * 3600 + Integer.parseInt(matcher.group(2)) * 60 + seconds;
	}

	boolean isKnown() { return !Double.isNaN(second); }

	/** Only with both dates: times alone do not tell which day. */
	boolean isBefore(Moment other) {
		return day < other.day || (day == other.day || Double.isNaN(day) && Double.isNaN(other.day)) && second < other.second;
	}

	/** How long after {@code earlier} this is; without both dates within the same 24 hours. NaN if a time is unknown. */
	double secondsAfter(Moment earlier) {
		double seconds = second - earlier.second;
		if (!Double.isNaN(day) && !Double.isNaN(earlier.day)) return seconds + (day - earlier.day) * DAY;
		return seconds < 0 ? seconds + DAY : seconds;
	}
}
