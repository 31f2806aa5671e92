package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.annotomy.store.LockInfo.Holder;
import org.annotomy.store.file.FileLayer;

/**
 * Watches a lock that somebody else holds. Whether it has been left behind is judged by this computer's clock alone: from how long it has
 * not changed, looked at anew each time (clocks of two computers differ, and network folders remember old content for up to a minute).
 */
final class LockWatch {

	private final FileLayer files;
	private final Path file;
	private final Session session;
	private final Duration staleAfter;
	private LockSight seen;
	private Instant changed;
	private boolean sawItBeat;

	LockWatch(FileLayer files, Path file, Session session, Duration staleAfter) {
		this.files = files;
		this.file = file;
		this.session = session;
		this.staleAfter = staleAfter;
	}

	/** Who holds the lock now. @throws IOException if it cannot be read */
	synchronized LockInfo look() throws IOException {
		Optional<LockSight> now = LockSight.of(files, file);
		if (now.isEmpty()) {
			seen = null;
			return LockInfo.nobody("Nobody holds the lock any more. Open the labels again to change them.");
		}
		note(now.get());
		return describe();
	}

	/** What was last looked at; null before, and if there was none. */
	synchronized LockSight seen() {
		return seen;
	}

	private void note(LockSight sight) {
		boolean same = seen != null && seen.state().equals(sight.state());
		if (!same) {
			sawItBeat = seen != null && seen.id().equals(sight.id());
			changed = session.clock().instant();
		}
		seen = sight;
	}

	private LockInfo describe() {
		Clock clock = session.clock();
		Duration silent = Duration.between(changed, clock.instant());
		LockSight.Owner owner = seen.owner(session);
		boolean leftBehind = owner == LockSight.Owner.ENDED || owner == LockSight.Owner.REPLACED;
		boolean stale = leftBehind || silent.compareTo(staleAfter) >= 0;
		LockContent content = seen.content();
		if (content == null)
			return new LockInfo(Holder.OTHER, null, null, null, stale,
					"Somebody has locked these labels, but the lock cannot be read"
							+ (stale
									? "; it has not changed for " + Words.span(silent) + " and was probably left behind."
									: "."));
		Instant lastSign = sawItBeat ? changed : content.beatAt();
		String words = leftBehind ? leftBehind(content) : stale ? silentFor(content, silent) : working(content, lastSign);
		return new LockInfo(Holder.OTHER, content.rater(), content.since(), lastSign, stale, words);
	}

	private String working(LockContent content, Instant lastSign) {
		return "Rater " + content.rater() + " has been working on these labels since "
				+ Words.momentAgo(content.since(), session.clock())
				+ ", last sign of life " + Words.momentAgo(lastSign, session.clock()) + ".";
	}

	private String silentFor(LockContent content, Duration silent) {
		return "Rater " + content.rater() + " took the lock " + Words.momentAgo(content.since(), session.clock())
				+ " but has given no sign of life for " + Words.span(silent) + ": the session was probably cut off.";
	}

	private String leftBehind(LockContent content) {
		return "A session of rater " + content.rater() + " on this computer took the lock "
				+ Words.momentAgo(content.since(), session.clock()) + " and ended without closing.";
	}
}
