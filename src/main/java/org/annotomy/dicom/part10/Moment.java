package org.annotomy.dicom.part10;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When something happened, to the minute at least: a time of day, with its date if that is known. Offsets from UTC are left out: what is compared
 * was noted in one place.
 *
 * @param day empty if unknown
 * @param seconds since midnight; NaN if unknown
 */
public record Moment(Optional<LocalDate> day, double seconds) {

	private static final double DAY = 24 * 3600;
	private static final double NANOSECONDS = 1e9;
	private static final int TO_THE_MINUTE = 4;
	private static final int DATE_TO_THE_MINUTE = 12;
	private static final Moment UNKNOWN = new Moment(Optional.empty(), Double.NaN);

	/** Of values of VR DA and TM, either of which may be empty. */
	public static Moment of(String date, String time) {
		if (time.strip().length() < TO_THE_MINUTE) return UNKNOWN;
		return new Moment(DicomDateTime.date(date), DicomDateTime.time(time).map(Moment::seconds).orElse(Double.NaN));
	}

	/** Of a value of VR DT. */
	public static Moment ofDateTime(String dateTime) {
		if (dateTime.strip().length() < DATE_TO_THE_MINUTE) return UNKNOWN;
		return DicomDateTime.of(dateTime).map(DicomDateTime::local)
				.map(local -> new Moment(Optional.of(local.toLocalDate()), seconds(local.toLocalTime()))).orElse(UNKNOWN);
	}

	private static double seconds(LocalTime time) {
		return time.toNanoOfDay() / NANOSECONDS;
	}

	/** Whether at least the time of day is known. */
	public boolean isKnown() { return !Double.isNaN(seconds); }

	/** By the dates, where both or neither is known, and then by the time of day; else times alone do not tell. */
	public boolean isBefore(Moment other) {
		if (day.isPresent() != other.day.isPresent()) return false;
		return day.equals(other.day) ? seconds < other.seconds : day.get().isBefore(other.day.get());
	}

	/** How long after {@code earlier} this is; without both dates within the same 24 hours. NaN if a time is unknown. */
	public double secondsAfter(Moment earlier) {
		double difference = seconds - earlier.seconds;
		if (day.isPresent() && earlier.day.isPresent())
			return difference + ChronoUnit.DAYS.between(earlier.day.get(), day.get()) * DAY;
		return difference < 0 ? difference + DAY : difference;
	}

	/** Counted from 1970 if the date is known, else from midnight. NaN if the time is unknown. */
	public double secondsOnScale() {
		return seconds + day.map(LocalDate::toEpochDay).orElse(0L) * DAY;
	}
}
