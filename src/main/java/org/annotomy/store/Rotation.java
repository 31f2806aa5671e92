package org.annotomy.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which versions are worth keeping: the last ten, the last of each hour for a day, the last of each day for a month. */
final class Rotation {

	static final int LAST = 10;
	static final Duration HOURLY = Duration.ofDays(1);
	static final Duration DAILY = Duration.ofDays(30);

	private Rotation() {}

	/** @return in any order; those to be kept, the newest first */
	static Set<Version> keep(List<Version> versions, Instant now) {
		List<Version> newestFirst = versions.stream().sorted(Comparator.comparing(Version::when).reversed()).toList();
		Set<Version> kept = new LinkedHashSet<>();
		Set<Instant> periods = new HashSet<>();
		for (int i = 0; i < newestFirst.size(); i++) {
			Version version = newestFirst.get(i);
			Duration age = Duration.between(version.when(), now);
			boolean firstOfHour = age.compareTo(HOURLY) <= 0 && periods.add(version.when().truncatedTo(ChronoUnit.HOURS));
			boolean firstOfDay = age.compareTo(DAILY) <= 0
					&& periods.add(version.when().truncatedTo(ChronoUnit.DAYS).minusNanos(1));
			if (i < LAST || firstOfHour || firstOfDay) kept.add(version);
		}
		return kept;
	}
}
