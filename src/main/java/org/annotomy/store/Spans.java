package org.annotomy.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and spans of time as words for the user. */
final class Spans {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private Spans() {}

	/** Such as {@code 2026-03-04 09:07}, in the time zone of the clock. */
	static String moment(Instant time, Clock clock) {
		return MOMENT.format(time.atZone(clock.getZone()));
	}

	/** Such as {@code 2026-03-04 09:07 (2 hours ago)}; a time that lies ahead is told without the span, since one of two clocks is wrong. */
	static String momentAgo(Instant time, Clock clock) {
		Duration ago = Duration.between(time, clock.instant());
		return moment(time, clock) + (ago.isNegative() ? "" : " (" + span(ago) + " ago)");
	}

	/** The largest unit that fits, rounded down: {@code 20 seconds}, {@code 1 hour}, {@code 3 days}. */
	static String span(Duration span) {
		if (span.toDays() > 0) return count(span.toDays(), "day");
		if (span.toHours() > 0) return count(span.toHours(), "hour");
		if (span.toMinutes() > 0) return count(span.toMinutes(), "minute");
		return count(span.toSeconds(), "second");
	}

	/** Such as {@code 1 edit} or {@code 3 edits}. */
	static String count(long count, String noun) {
		return count + " " + noun + (count == 1 ? "" : "s");
	}
}
