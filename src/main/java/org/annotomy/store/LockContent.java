package org.annotomy.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/**
 * What a lock file says. It names nobody: the rater is a pseudonym and the computer a keyed digest.
 *
 * @param token of the session that holds the lock
 * @param host keyed digest of the computer
 * @param pid of the process
 * @param start when the process began; {@link Instant#EPOCH} if unknown
 * @param rater pseudonym
 * @param since when the session took the lock, by its own clock
 * @param beat counts up while the session lives
 * @param beatAt when it last did, by its own clock
 */
record LockContent(String token, String host, long pid, Instant start, String rater, Instant since, long beat, Instant beatAt) {

	static final int MAX_BYTES = 4096;

	private static final int MAX_WORD = 64;

	LockContent beatingAt(Instant now) {
		return new LockContent(token, host, pid, start, rater, since, beat + 1, now);
	}

	byte[] toBytes() {
		JsonObject json = JsonObject.builder().put("token", token).put("host", host).put("pid", pid)
				.put("start", start.toString())
				.put("rater", rater).put("app", "annotomy").put("since", since.toString()).put("beat", beat)
				.put("beatAt", beatAt.toString()).build();
		return (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/** @throws JsonException if the bytes are no lock */
	static LockContent of(byte[] bytes) throws JsonException {
		JsonObject json = Json.parse(new String(bytes, StandardCharsets.UTF_8)).asObject();
		try {
			return new LockContent(word(json, "token"), word(json, "host"), (long) json.number("pid", -1), time(json, "start"),
					word(json, "rater"), time(json, "since"), (long) json.number("beat", 0), time(json, "beatAt"));
		} catch (DateTimeException e) {
			throw new JsonException(1, "a time is broken.");
		}
	}

	private static Instant time(JsonObject json, String name) throws JsonException {
		return Instant.parse(json.string(name, Instant.EPOCH.toString()));
	}

	/** Shown to the user and used in a file name: letters, digits and {@code ._-} alone. */
	private static String word(JsonObject json, String name) throws JsonException {
		String word = json.require(name).asString();
		if (word.isEmpty() || word.length() > MAX_WORD || !word.matches("[A-Za-z0-9._-]+"))
			throw new JsonException(1, "the member \"" + name + "\" is no plain word.");
		return word;
	}
}
