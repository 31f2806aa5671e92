package org.annotomy.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;

/**
 * The lock that this session holds. It is a courtesy among raters, made of a plain file so that it works on every network folder; what
 * keeps the labels whole is the check before each save. Made for one thread at a time.
 */
final class FolderLock {

	private final FileLayer files;
	private final Path file;
	private volatile LockContent content;

	private FolderLock(FileLayer files, Path file, LockContent content) {
		this.files = files;
		this.file = file;
		this.content = content;
	}

	/**
	 * @throws FileAlreadyExistsException if there is a lock already
	 * @throws IOException if the folder cannot be written
	 */
	static FolderLock take(FileLayer files, Path file, Session session) throws IOException {
		LockContent content = session.lock();
		files.createWhole(file, content.toBytes());
		return new FolderLock(files, file, content);
	}

	/**
	 * Takes the place of the lock that was seen. Of several who try, one succeeds.
	 *
	 * @param settle how long to wait before looking whether the lock is still ours, for network folders that are late
	 * @throws LockLostException if somebody else was quicker
	 * @throws IOException if the folder cannot be written
	 */
	static FolderLock takeOver(FileLayer files, Path file, Session session, LockSight seen, Duration settle) throws IOException {
		Path aside = file.resolveSibling("lock." + seen.id());
		try {
			files.move(file, aside);
			giveBackIfAnother(files, file, aside, seen);
			FolderLock lock = take(files, file, session);
			waitFor(settle);
			if (!lock.isOurs()) throw quicker();
			files.delete(aside);
			return lock;
		} catch (NoSuchFileException | FileAlreadyExistsException e) {
			throw quicker();
		}
	}

	private static void giveBackIfAnother(FileLayer files, Path file, Path aside, LockSight seen) throws IOException {
		boolean same = LockSight.of(files, aside).filter(sight -> sight.id().equals(seen.id())).isPresent();
		if (same) return;
		files.move(aside, file);
		throw quicker();
	}

	private static void waitFor(Duration settle) {
		long end = System.nanoTime() + settle.toNanos();
		for (long left = settle.toNanos(); left > 0; left = end - System.nanoTime())
			LockSupport.parkNanos(left);
	}

	private static LockLostException quicker() {
		return new LockLostException("Somebody else has just taken the lock.");
	}

	/** @throws IOException if that cannot be said */
	boolean isOurs() throws IOException {
		return LockSight.of(files, file).filter(sight -> sight.id().equals(content.token())).isPresent();
	}

	/** When this session took it, and how often it has beaten. */
	LockContent content() {
		return content;
	}

	/**
	 * Gives a sign of life. A lock that has vanished is made anew.
	 *
	 * @throws LockLostException if somebody else has it now
	 * @throws IOException if the folder cannot be reached
	 */
	void beat(Session session) throws IOException {
		LockContent next = content.beatingAt(session.clock().instant());
		LockSight sight = LockSight.of(files, file).orElse(null);
		if (sight == null) {
			makeAnew(next);
		} else {
			if (!sight.id().equals(content.token())) throw taken();
			Path draft = file.resolveSibling("lock.next." + content.token());
			Contents.write(files, draft, next.toBytes());
			files.replace(draft, file);
		}
		content = next;
	}

	private void makeAnew(LockContent next) throws IOException {
		try {
			files.createWhole(file, next.toBytes());
		} catch (FileAlreadyExistsException e) {
			throw taken();
		}
	}

	private static LockLostException taken() {
		return new LockLostException("Somebody else has taken the lock over.");
	}

	/** Gives the lock back, unless somebody else has it. @throws IOException if the folder cannot be reached */
	void release() throws IOException {
		if (isOurs()) files.delete(file);
	}
}
