package org.annotomy.dicom.part10;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of VR DT (PS3.5 6.2), and the readers of DA, TM and AS. Tolerant: also {@code 2003.04.17} and {@code 10:30:00} of older
 * standards. What is left out at the end counts as the beginning of the year, day or hour; what is no date at all gives nothing.
 *
 * @param offset from UTC, if it is stated
 */
public record DicomDateTime(LocalDateTime local, Optional<ZoneOffset> offset) {

	private static final Pattern DATE = Pattern.compile("(\\d{4})[.\\-/]?(\\d{2})[.\\-/]?(\\d{2})");
	private static final Pattern TIME = Pattern.compile("(\\d{2}):?(?:(\\d{2}):?(?:(\\d{2})(?:[.,](\\d{1,9}))?)?)?");
	private static final Pattern DATE_TIME = Pattern
			.compile("(\\d{4})(?:(\\d{2})(?:(\\d{2})(\\d{2}(?:\\d{2}(?:\\d{2}(?:\\.\\d{1,9})?)?)?)?)?)?([+-]\\d{4})?");
	private static final Pattern AGE = Pattern.compile("(\\d{1,3})([DWMY])");
	private static final int LAST_SECOND = 59;

	/** Of a value of VR DA. */
	public static Optional<LocalDate> date(String text) {
		Matcher parts = DATE.matcher(text.strip());
		if (!parts.matches()) return Optional.empty();
		return date(number(parts, 1, 0), number(parts, 2, 1), number(parts, 3, 1));
	}

	private static Optional<LocalDate> date(int year, int month, int day) {
		try {
			return Optional.of(LocalDate.of(year, month, day));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** Of a value of VR TM; a leap second counts as the one before. */
	public static Optional<LocalTime> time(String text) {
		Matcher parts = TIME.matcher(text.strip());
		if (!parts.matches()) return Optional.empty();
		String fraction = parts.group(4) == null ? "" : parts.group(4);
		int nanoseconds = Integer.parseInt((fraction + "000000000").substring(0, 9));
		try {
			return Optional.of(LocalTime.of(number(parts, 1, 0), number(parts, 2, 0),
					number(parts, 3, 0) == LAST_SECOND + 1 ? LAST_SECOND : number(parts, 3, 0), nanoseconds));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** Of a value of VR DT. */
	public static Optional<DicomDateTime> of(String text) {
		Matcher parts = DATE_TIME.matcher(text.strip());
		if (!parts.matches()) return Optional.empty();
		Optional<LocalDate> date = date(number(parts, 1, 0), number(parts, 2, 1), number(parts, 3, 1));
		Optional<LocalTime> time = parts.group(4) == null ? Optional.of(LocalTime.MIDNIGHT) : time(parts.group(4));
		if (date.isEmpty() || time.isEmpty()) return Optional.empty();
		try {
			Optional<ZoneOffset> offset = Optional.ofNullable(parts.group(5)).map(ZoneOffset::of);
			return Optional.of(new DicomDateTime(date.get().atTime(time.get()), offset));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** Of a value of VR AS, such as {@code 018M}. */
	public static Optional<Period> age(String text) {
		Matcher parts = AGE.matcher(text.strip());
		if (!parts.matches()) return Optional.empty();
		int count = Integer.parseInt(parts.group(1));
		return Optional.of(switch (parts.group(2)) {
			case "D" -> Period.ofDays(count);
			case "W" -> Period.ofWeeks(count);
			case "M" -> Period.ofMonths(count);
			default -> Period.ofYears(count);
		});
	}

	private static int number(Matcher parts, int group, int absent) {
		return parts.group(group) == null ? absent : Integer.parseInt(parts.group(group));
	}
}
