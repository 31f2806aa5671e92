package org.annotomy.store;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.annotomy.annotation.Change;
import org.annotomy.store.JournalTask.Append;
import org.annotomy.store.JournalTask.Mark;
import org.annotomy.store.JournalTask.Move;
import org.annotomy.store.JournalTask.Restart;
import org.annotomy.store.file.Trouble;

/**
 * Takes edits from any thread without waiting and brings them to the disk, in batches, on a thread of its own. If the folder beside the
 * image fails it goes on in the recovery place, with everything since the last save. A thread that is stuck in a folder that does not
 * answer is left behind.
 */
final class Journal {

	/** Where the journal is kept. */
	enum Place {
		HOME, RECOVERY,
		/** Both have failed: edits are in memory alone. */
		NOWHERE
	}

	private static final long WAIT_TOLERANCE_NANOS = 1_000_000;

	private final JournalPlaces places;
	private final StoreTiming timing;
	private final Clock clock;
	private final Deque<JournalTask> queue = new ArrayDeque<>();
	private final NetChanges net = new NetChanges();
	private JournalWriter writer;
	private Thread thread;
	private long number;
	private long durable;
	private long waitingSince;
	private boolean urgent;
	private boolean closing;

	Journal(JournalPlaces places, Place place, JournalHeader header, StoreTiming timing, Clock clock) {
		this.places = places;
		this.timing = timing;
		this.clock = clock;
		begin(new JournalWriter(this, places, place, header));
	}

	/** Notes an edit; it is on the disk soon. */
	void append(String name, List<Change> changes) {
		append(1, List.of(name), changes);
	}

	/** Notes several edits in one: on the disk are later all of them or none. */
	synchronized void append(long count, List<String> names, List<Change> changes) {
		number += count;
		EditSummary summary = new EditSummary(number, count, clock.millis(), names);
		net.add(summary, changes);
		queue.add(new Append(summary, changes));
		if (waitingSince == 0) waitingSince = System.nanoTime();
		notifyAll();
	}

	/** Number of the last edit noted. */
	synchronized long lastNumber() {
		return number;
	}

	/** Number of the last edit that is surely on the disk. */
	synchronized long durableNumber() {
		return durable;
	}

	/** What all edits since the last save come to. */
	synchronized NetChanges.Snapshot net() {
		return net.snapshot();
	}

	synchronized Place place() {
		return writer.place();
	}

	/**
	 * Waits until all edits noted so far are on the disk.
	 *
	 * @return false if they are not, in that time
	 */
	synchronized boolean flush(long millis) {
		long target = number;
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
		urgent = true;
		notifyAll();
		while (durable < target) {
			long left = end - System.nanoTime();
			if (left < WAIT_TOLERANCE_NANOS || !await(left)) return false;
		}
		return true;
	}

	/** Writes a record and forces it. @throws IOException if that fails */
	void mark(JournalRecord.Type type, byte[] payload) throws IOException {
		perform(new Mark(type, payload, new CompletableFuture<>()));
	}

	/** Begins anew after a save: what edits up to number {@code upTo} did is in the sidecar. @throws IOException if that fails */
	void restart(String base, long upTo) throws IOException {
		perform(new Restart(base, upTo, new CompletableFuture<>()));
	}

	/** Goes on beside the image again, with everything since the last save. @throws IOException if that fails; then all is as before */
	void comeHome() throws IOException {
		perform(new Move(Place.HOME, null, new CompletableFuture<>()));
	}

	/** Goes on in the recovery place, likewise. @param trouble why @throws IOException if that fails; then all is as before */
	void takeRefuge(Trouble trouble) throws IOException {
		perform(new Move(Place.RECOVERY, trouble, new CompletableFuture<>()));
	}

	/** Leaves the folder if it has neither taken nor refused an edit, or a piece of one, for too long. To be called now and then, from any thread. */
	void leaveIfHung() {
		JournalWriter stuck;
		synchronized (this) {
			boolean late = waitingSince != 0 && System.nanoTime() - waitingSince > timing.hung().toNanos();
			if (!late || !writer.isBusy() || closing) return;
			stuck = writer;
			begin(stuck.successor());
		}
		stuck.failTasks(new IOException("The folder does not answer."));
	}

	/** Brings what is left to the disk and stops. What is not saved stays in the journal. */
	void close(long millis) {
		flush(millis);
		synchronized (this) {
			closing = true;
			notifyAll();
		}
		try {
			thread.join(millis);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits for work. @return null if the caller is to stop */
	synchronized List<JournalTask> take(JournalWriter caller) {
		while (caller == writer && queue.isEmpty() && !closing)
			if (!await(TimeUnit.HOURS.toNanos(1))) return null;
		long end = System.nanoTime() + timing.batch().toNanos();
		while (caller == writer && !urgent && !closing && end - System.nanoTime() > WAIT_TOLERANCE_NANOS)
			if (!await(end - System.nanoTime())) return null;
		if (caller != writer || queue.isEmpty()) return null;
		urgent = false;
		List<JournalTask> tasks = new ArrayList<>(queue);
		queue.clear();
		return tasks;
	}

	/** Says that all edits up to a number are on the disk. */
	synchronized void reached(JournalWriter caller, long newDurable) {
		if (caller != writer) return;
		durable = Math.max(durable, newDurable);
		if (queue.isEmpty() || durable >= number) waitingSince = 0;
		else waitingSince = System.nanoTime();
		notifyAll();
	}

	/** Hears that a writer gets on with a long edit: the folder is not to be given up. */
	synchronized void working(JournalWriter caller) {
		if (caller == writer && waitingSince != 0) waitingSince = System.nanoTime();
	}

	/** Forgets what a save has written. */
	synchronized void saved(long upTo) {
		net.dropUpTo(upTo);
	}

	/** Whether the caller is still the one to write. */
	synchronized boolean isCurrent(JournalWriter caller) {
		return caller == writer;
	}

	private synchronized void begin(JournalWriter newWriter) {
		writer = newWriter;
		thread = new Thread(newWriter, "Annotomy journal");
		thread.setDaemon(true);
		thread.start();
	}

	private void perform(JournalTask.Awaited task) throws IOException {
		synchronized (this) {
			if (closing) throw new IOException("The journal is closed.");
			queue.add(task);
			urgent = true;
			notifyAll();
		}
		try {
			task.done().join();
		} catch (CompletionException e) {
			throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
		}
	}

	/** @return false if the thread was interrupted */
	private boolean await(long nanos) {
		try {
			TimeUnit.NANOSECONDS.timedWait(this, nanos);
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
