package org.annotomy.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.annotomy.digest.Sha256;
import org.annotomy.json.JsonException;
import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;

/**
 * A lock file as it was found.
 *
 * @param id token of the session, or a digest of the bytes if they cannot be understood
 * @param content null if it cannot be understood: then somebody holds it, but nobody knows who
 * @param state changes with every beat
 */
record LockSight(String id, LockContent content, String state) {

	private static final int ID_DIGITS = 16;
	private static final Duration SAME_START = Duration.ofSeconds(2);

	/** What is there; empty if there is no lock. @throws IOException if it cannot be read */
	static Optional<LockSight> of(FileLayer files, Path file) throws IOException {
		byte[] bytes;
		try {
			bytes = Contents.read(files, file, LockContent.MAX_BYTES);
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
		String state = Sha256.hex(bytes);
		try {
			LockContent content = LockContent.of(bytes);
			return Optional.of(new LockSight(content.token(), content, state));
		} catch (JsonException e) {
			return Optional.of(new LockSight("unknown-" + state.substring(0, ID_DIGITS), null, state));
		}
	}

	/** What has become of the process that took it. */
	enum Owner {
		/** On another computer, or of another user: not to be seen from here. */
		ELSEWHERE,
		/** It lives. */
		ALIVE,
		/** It is no more. */
		ENDED,
		/** Its number belongs to a process that began at another time; unless somebody set the computer's clock, it is no more. */
		REPLACED
	}

	Owner owner(Session session) {
		if (content == null || !content.host().equals(session.host())) return Owner.ELSEWHERE;
		Optional<ProcessHandle> process = ProcessHandle.of(content.pid()).filter(ProcessHandle::isAlive);
		if (process.isEmpty()) return Owner.ENDED;
		Instant start = process.get().info().startInstant().orElse(Instant.EPOCH);
		boolean same = Duration.between(start, content.start()).abs().compareTo(SAME_START) <= 0;
		return same ? Owner.ALIVE : Owner.REPLACED;
	}
}
