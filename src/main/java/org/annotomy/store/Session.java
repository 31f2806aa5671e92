package org.annotomy.store;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * This opening of the store.
 *
 * @param token random
 * @param rater pseudonym
 * @param host keyed digest of the computer
 * @param clock of this computer
 */
record Session(String token, String rater, String host, Clock clock) {

	static Session begin(String rater, HostKey key, Clock clock) {
		return new Session(UUID.randomUUID().toString(), rater, key.host(), clock);
	}

	/** What the lock says when this session takes it. */
	LockContent lock() {
		ProcessHandle process = ProcessHandle.current();
		Instant now = clock.instant();
		return new LockContent(token, host, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), rater, now, 0,
				now);
	}
}
