package org.annotomy.store;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.annotomy.store.Journal.Place;
import org.annotomy.store.LockInfo.Holder;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.Trouble;

/**
 * The place beside the image as a session sees it: keeps its lock alive, notices when it is lost or cannot be reached, and brings the work
 * back there when it can.
 */
final class Home {

	private static final Duration WATCH = Duration.ofSeconds(1);

	private final Opened opened;
	private final FileLayer files;
	private final JournalDesk desk;
	private final ScheduledExecutorService threads;
	private Access access;
	private boolean lost;

	Home(Opened opened, JournalDesk desk) {
		this.opened = opened;
		this.desk = desk;
		files = opened.options().files();
		access = opened.access();
		threads = Executors.newScheduledThreadPool(2, task -> {
			Thread thread = new Thread(task, "Annotomy lock");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** Begins to give signs of life, and to watch that the journal is not stuck. */
	void start() {
		long beat = opened.options().timing().heartbeat().toMillis();
		threads.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
		if (!desk.isReadOnly())
			threads.scheduleWithFixedDelay(desk.journal()::leaveIfHung, WATCH.toMillis(), WATCH.toMillis(),
					TimeUnit.MILLISECONDS);
	}

	void stop() {
		threads.shutdown();
	}

	LockInfo lock() {
		return access.info();
	}

	/** One sign of life; also looks whether what was lost is there again. */
	synchronized void beat() {
		if (threads.isShutdown()) return;
		try {
			if (desk.isReadOnly()) watch();
			else if (!lost) {
				access.beat();
				if (desk.journal().place() != Place.HOME) comeHome();
			}
		} catch (LockLostException e) {
			lose();
		} catch (IOException e) {
			leave(e);
		}
	}

	/** Makes sure that the work is at home, if that is possible now. */
	synchronized boolean isReached() {
		beat();
		return !lost && desk.journal().place() == Place.HOME;
	}

	/** @throws StoreException if somebody else has the lock now */
	synchronized void requireOurs() throws IOException, StoreException {
		if (lost || !access.isStillOurs()) {
			lose();
			throw new StoreException(Reason.OTHERS, "The labels were not saved. " + desk.board().wordsAtRest());
		}
	}

	synchronized void release() {
		access.release();
	}

	private void watch() throws IOException {
		if (access.info().holder() != Holder.OTHER) return;
		access.look();
		desk.lockSeen(access.info());
	}

	private void lose() {
		if (lost) return;
		lost = true;
		try {
			access.lose();
			desk.journal().takeRefuge(Trouble.DENIED);
		} catch (IOException e) {
			desk.board().setRemark("The recovery place cannot be written.");
		}
		desk.lose(access.info().words());
	}

	/** The folder of the image fails: the work goes to the recovery place before the next edit has to. */
	private void leave(IOException failure) {
		if (desk.journal().place() == Place.RECOVERY) return;
		try {
			desk.journal().takeRefuge(Trouble.of(failure, files, opened.home().folder()));
		} catch (IOException e) {
			failure.addSuppressed(e);
		}
	}

	/** Takes the lock at home, if that is still to be done, and the journal there. */
	private void comeHome() throws IOException {
		if (access.place() != opened.home()) {
			if (files.isReadOnly(opened.home().folder())) return;
			Access home = Access.to(opened.home(), opened.session(),
					opened.options().withLock(StoreOptions.LockPolicy.ASK));
			if (!home.isOurs()) return;
			access.release();
			access = home;
		}
		desk.journal().comeHome();
	}
}
