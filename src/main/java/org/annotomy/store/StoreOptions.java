package org.annotomy.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.regex.Pattern;

import org.annotomy.home.UserFolder;
import org.annotomy.store.file.FileLayer;

/**
 * How a store is opened.
 *
 * @param rater pseudonym: up to 32 letters, digits and {@code ._-}
 * @param recovery folder on this computer for the work on images whose own folder takes nothing
 * @param clock for what is written and shown
 * @param lock what to do when somebody else holds the lock
 * @param timing how long things take
 * @param files what is done to files
 */
public record StoreOptions(String rater, Path recovery, Clock clock, LockPolicy lock, StoreTiming timing, FileLayer files) {

	/** What to do when somebody else holds the lock. */
	public enum LockPolicy {
		/** Open read-only and say who holds it. */
		ASK,
		/** Take it over: the user has been told who holds it and wants it. */
		TAKE_OVER
	}

	private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9._-]{1,32}");

	/** @throws IllegalArgumentException if the pseudonym is none: a name could have spaces, a pseudonym has not */
	public StoreOptions {
		if (!PSEUDONYM.matcher(rater).matches())
			throw new IllegalArgumentException("A rater's pseudonym has 1 to 32 letters, digits, '.', '_' or '-'.");
		Objects.requireNonNull(recovery, "recovery");
		Objects.requireNonNull(clock, "clock");
		Objects.requireNonNull(lock, "lock");
		Objects.requireNonNull(timing, "timing");
		Objects.requireNonNull(files, "files");
	}

	/** For a rater, with everything else as usual. */
	public static StoreOptions of(String rater) {
		return new StoreOptions(rater, UserFolder.of("recovery"), Clock.systemDefaultZone(), LockPolicy.ASK,
				StoreTiming.DEFAULT, FileLayer.disk());
	}

	public StoreOptions withRecovery(Path folder) {
		return new StoreOptions(rater, folder, clock, lock, timing, files);
	}

	public StoreOptions withClock(Clock newClock) {
		return new StoreOptions(rater, recovery, newClock, lock, timing, files);
	}

	public StoreOptions withLock(LockPolicy policy) {
		return new StoreOptions(rater, recovery, clock, policy, timing, files);
	}

	public StoreOptions withTiming(StoreTiming newTiming) {
		return new StoreOptions(rater, recovery, clock, lock, newTiming, files);
	}

	public StoreOptions withFiles(FileLayer layer) {
		return new StoreOptions(rater, recovery, clock, lock, timing, layer);
	}
}
