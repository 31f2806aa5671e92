package org.annotomy.store;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param batch how long edits are collected before they are written and forced together
 * @param hung when a folder that neither takes an edit nor fails is given up
 * @param heartbeat between two signs of life of the lock, and between two tries to reach a lost folder
 * @param stale without a sign of life, after which a lock is called left behind
 * @param settle how long a lock that was taken over is watched before it is believed
 */
public record StoreTiming(Duration batch, Duration hung, Duration heartbeat, Duration stale, Duration settle) {

	public static final StoreTiming DEFAULT = new StoreTiming(Duration.ofMillis(100), Duration.ofSeconds(5),
			Duration.ofSeconds(30),
			Duration.ofMinutes(4), Duration.ofSeconds(2));
}
