package org.annotomy.store;

import java.io.IOException;
import java.util.List;

import org.annotomy.store.Journal.Place;
import org.annotomy.store.JournalTask.Append;
import org.annotomy.store.JournalTask.Awaited;
import org.annotomy.store.JournalTask.Mark;
import org.annotomy.store.JournalTask.Move;
import org.annotomy.store.JournalTask.Restart;
import org.annotomy.store.file.Trouble;

/** The journal's thread: the only one that touches the file. It can be succeeded by another while it is stuck. */
final class JournalWriter implements Runnable {

	/** A journal longer than this, and than twice what it was begun with, is begun anew with what its edits come to. */
	private static final long LONG_BYTES = 256L << 20;

	private final Journal journal;
	private final JournalPlaces places;
	private volatile Place place;
	private volatile List<JournalTask> batch = List.of();
	private volatile JournalHeader header;
	private boolean succeedsStuck;
	private JournalFile file;
	private long beganBytes;
	private long written;
	private boolean dirty;
	private boolean committing;

	JournalWriter(Journal journal, JournalPlaces places, Place place, JournalHeader header) {
		this.journal = journal;
		this.places = places;
		this.place = place;
		this.header = header;
	}

	/** One that begins by leaving the place that this one is stuck in. */
	JournalWriter successor() {
		JournalWriter next = new JournalWriter(journal, places, place, header);
		next.succeedsStuck = true;
		return next;
	}

	Place place() {
		return place;
	}

	/** Whether it is at work now. */
	boolean isBusy() { return !batch.isEmpty(); }

	/** Tells those who wait for this one that they wait in vain. */
	void failTasks(IOException reason) {
		for (JournalTask task : batch)
			if (task instanceof Awaited awaited) awaited.done().completeExceptionally(reason);
	}

	@Override
	public void run() {
		if (succeedsStuck) leave(Trouble.SILENT);
		for (List<JournalTask> tasks = journal.take(this); tasks != null; tasks = journal.take(this))
			perform(tasks);
		close();
	}

	private void perform(List<JournalTask> tasks) {
		batch = tasks;
		try {
			for (JournalTask task : tasks)
				if (journal.isCurrent(this)) perform(task);
			force();
			shortenIfLong();
		} catch (IOException e) {
			fail(e);
		} catch (RuntimeException e) {
			fail(new IOException(e));
		}
		batch = List.of();
	}

	private void perform(JournalTask task) throws IOException {
		if (task instanceof Append append) append(append);
		else if (task instanceof Awaited awaited) try {
			if (task instanceof Mark mark) mark(mark);
			else if (task instanceof Restart restart) restart(restart);
			else move((Move) task);
			awaited.done().complete(null);
		} catch (IOException e) {
			awaited.done().completeExceptionally(e);
			if (!(task instanceof Move)) throw e;
		}
	}

	private void append(Append edit) throws IOException {
		if (place == Place.NOWHERE || edit.summary().number() <= written) return;
		if (file == null) {
			start(place);
			return;
		}
		IOException[] failure = new IOException[1];
		try {
			EditCodec.write(edit.summary(), edit.changes(), payload -> {
				try {
					appendPart(payload, edit.summary().millis());
				} catch (IOException e) {
					failure[0] = e;
					throw e;
				}
			}, this::working);
		} catch (IOException | RuntimeException e) {
			if (failure[0] != null) throw failure[0];
			// What there is of it in the file does not count without its last part.
			places.watcher().unwritable(String.join(", ", edit.summary().names()));
			return;
		}
		written = edit.summary().number();
	}

	private void appendPart(byte[] payload, long millis) throws IOException {
		dirty = true;
		file.append(JournalRecord.Type.EDIT, payload, millis);
		working();
	}

	private void working() {
		journal.working(this);
	}

	private void mark(Mark mark) throws IOException {
		if (place == Place.NOWHERE) throw new IOException("There is no place for the journal.");
		if (file == null) start(place);
		dirty = true;
		file.append(mark.type(), mark.payload(), System.currentTimeMillis());
		force();
		committing = mark.type() == JournalRecord.Type.COMMIT;
	}

	private void restart(Restart restart) throws IOException {
		header = header.withBase(restart.base());
		committing = false;
		journal.saved(restart.upTo());
		written = Math.max(written, restart.upTo());
		if (place == Place.NOWHERE) return;
		if (!journal.net().isEmpty()) {
			start(place);
			return;
		}
		close();
		places.files().delete(places.journal(place));
		journal.reached(this, restart.upTo());
	}

	private void move(Move move) throws IOException {
		Place target = move.place();
		Place old = place;
		if (old == target) return;
		if (!journal.net().isEmpty()) start(target);
		else close();
		place = target;
		if (old == Place.RECOVERY) places.files().delete(places.journal(old));
		places.watcher().moved(target, move.trouble());
	}

	/** Begins the file anew, with everything since the last save. */
	private void start(Place where) throws IOException {
		NetChanges.Snapshot net = journal.net();
		JournalFile begun = JournalFile.start(places.files(), places.journal(where), header, net, this::working);
		close();
		file = begun;
		beganBytes = begun.goodBytes();
		dirty = false;
		if (!net.isEmpty()) {
			written = Math.max(written, net.summary().number());
			reached();
		}
	}

	private void force() throws IOException {
		if (!dirty) return;
		file.force();
		dirty = false;
		reached();
	}

	private void reached() {
		journal.reached(this, written);
		if (journal.isCurrent(this)) places.watcher().edited(written);
	}

	private void shortenIfLong() throws IOException {
		if (file != null && !committing && file.goodBytes() > Math.max(LONG_BYTES, 2 * beganBytes)) start(place);
	}

	private void fail(IOException failure) {
		failTasks(failure);
		if (!journal.isCurrent(this)) return;
		Trouble trouble = Trouble.of(failure, places.files(), places.folder(place));
		if (file != null) try {
			file.cutBack();
		} catch (IOException e) {
			failure.addSuppressed(e);
		}
		leave(trouble);
	}

	/** Goes from home to the recovery place, and from there nowhere. */
	private void leave(Trouble trouble) {
		Place next = place == Place.HOME ? Place.RECOVERY : Place.NOWHERE;
		close();
		place = next;
		if (next == Place.RECOVERY) try {
			start(next);
		} catch (IOException | RuntimeException e) {
			place = Place.NOWHERE;
		}
		if (place == Place.NOWHERE) journal.reached(this, 0);
		places.watcher().moved(place, trouble);
	}

	private void close() {
		JournalFile old = file;
		file = null;
		dirty = false;
		if (old != null) try {
			old.close();
		} catch (IOException e) {
			// What was forced is on the disk, and nothing else was promised.
		}
	}
}
