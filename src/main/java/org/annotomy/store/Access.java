package org.annotomy.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.store.LockInfo.Holder;
import org.annotomy.store.StoreOptions.LockPolicy;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.Trouble;

/** The lock of one place: taken, watched because somebody else has it, or not to be had because the place cannot be written. */
final class Access {

	private static final int ATTEMPTS = 5;

	private final FileLayer files;
	private final StorePaths place;
	private final Session session;
	private final Duration settle;
	private final List<String> remarks = new ArrayList<>();
	private final LockWatch watch;
	private volatile FolderLock lock;
	private volatile LockInfo other;
	private Trouble trouble;

	private Access(FileLayer files, StorePaths place, Session session, StoreTiming timing) {
		this.files = files;
		this.place = place;
		this.session = session;
		settle = timing.settle();
		watch = new LockWatch(files, place.lock(), session, timing.stale());
	}

	/** Tries to take the lock. A lock that a session of this user on this computer left behind when it ended is taken and told. */
	static Access to(StorePaths place, Session session, StoreOptions options) {
		Access access = new Access(options.files(), place, session, options.timing());
		try {
			access.take(options.lock());
		} catch (IOException e) {
			access.lock = null;
			access.trouble = Trouble.of(e, options.files(), place.folder());
		}
		return access;
	}

	private void take(LockPolicy policy) throws IOException {
		files.createFolders(place.hidden());
		for (int attempt = 0; attempt < ATTEMPTS; attempt++)
			if (tryToTake(policy)) return;
	}

	/** @return false if there was a lock and is none any more */
	private boolean tryToTake(LockPolicy policy) throws IOException {
		try {
			lock = FolderLock.take(files, place.lock(), session);
			return true;
		} catch (FileAlreadyExistsException e) {
			look();
		}
		LockSight seen = watch.seen();
		if (seen == null) return false;
		boolean ended = seen.owner(session) == LockSight.Owner.ENDED;
		if (ended || policy == LockPolicy.TAKE_OVER) takeOver(seen, ended ? Duration.ZERO : settle);
		return true;
	}

	private void takeOver(LockSight seen, Duration wait) throws IOException {
		try {
			lock = FolderLock.takeOver(files, place.lock(), session, seen, wait);
			remarks.add(other.words() + " The lock was taken over.");
		} catch (LockLostException e) {
			look();
		}
	}

	StorePaths place() {
		return place;
	}

	boolean isOurs() { return lock != null; }

	/** Why the place cannot be written; null if it can. */
	Trouble trouble() {
		return trouble;
	}

	/** What the user should know about how the lock was taken. */
	List<String> remarks() {
		return remarks;
	}

	/** @throws IOException if that cannot be said */
	boolean isStillOurs() throws IOException {
		return lock != null && lock.isOurs();
	}

	/**
	 * Gives a sign of life.
	 *
	 * @throws LockLostException if somebody else has taken the lock over
	 * @throws IOException if the folder fails
	 */
	void beat() throws IOException {
		if (lock == null) return;
		files.createFolders(place.hidden());
		lock.beat(session);
	}

	/** Looks who holds the lock, if it is not us. @throws IOException if it cannot be read */
	void look() throws IOException {
		other = watch.look();
	}

	/** Notes that somebody else has taken the lock over. @throws IOException if it cannot be read who */
	void lose() throws IOException {
		lock = null;
		look();
	}

	/** As it was when last looked at. */
	LockInfo info() {
		FolderLock ours = lock;
		if (ours == null)
			return other != null
					? other
					: LockInfo.nobody("There is no lock" + (trouble == null ? "." : ": " + trouble.words() + "."));
		LockContent content = ours.content();
		return new LockInfo(Holder.US, session.rater(), content.since(), content.beatAt(), false,
				"You have had the lock since " + Words.momentAgo(content.since(), session.clock()) + ".");
	}

	/** Gives the lock back and removes folders that hold nothing. */
	void release() {
		if (lock == null) return;
		try {
			lock.release();
			removeIfEmpty(place.versions());
			removeIfEmpty(place.hidden());
			removeIfEmpty(place.hidden().getParent());
		} catch (IOException e) {
			// A lock that cannot be given back ages; whoever opens next is told that it was left behind.
		}
		lock = null;
	}

	private void removeIfEmpty(Path folder) throws IOException {
		if (files.exists(folder) && files.list(folder).isEmpty()) files.delete(folder);
	}
}
