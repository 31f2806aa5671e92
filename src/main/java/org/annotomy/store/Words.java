package org.annotomy.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, spans of time, counts and sizes as words for the user. */
final class Words {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private Words() {}

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

	/** Such as {@code 12 KB} or {@code 3.4 MB}. */
	static String bytes(long bytes) {
		if (bytes < 1024) return count(bytes, "byte");
		if (bytes < 1 << 20) return bytes / 1024 + " KB";
		return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
	}

	/** The beginning of a list, such as {@code Add L1, Move L1 and 3 more}. */
	static String some(java.util.List<String> names, int most) {
		String shown = String.join(", ", names.subList(0, Math.min(most, names.size())));
		return names.size() <= most ? shown : shown + " and " + (names.size() - most) + " more";
	}
}
