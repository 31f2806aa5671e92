package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.annotation.Edit;
import org.annotomy.interchange.sidecar.IdentityJson;
import org.annotomy.store.Journal.Place;
import org.annotomy.store.file.Trouble;

/** Listens to the document, feeds the journal, and knows what is not saved yet. */
final class JournalDesk {

	private static final long CLOSE_MILLIS = 10_000;

	private final Opened opened;
	private final JournalPlaces places;
	private final Journal journal;
	private final StateBoard board;
	private final List<String> warnings;
	private final DocumentListener listener = this::documentChanged;
	private volatile PendingWork pending;
	private volatile boolean suspended;
	private volatile long savedUpTo;

	/** Makes edits happen. */
	@FunctionalInterface
	interface Action {

		void run() throws IOException;
	}

	JournalDesk(Opened opened) {
		this.opened = opened;
		warnings = new CopyOnWriteArrayList<>(opened.warnings());
		board = new StateBoard(opened.session().clock(),
				"in the recovery place \"" + opened.recovery().folder().getFileName() + "\" of your Annotomy folder");
		places = places(opened);
		if (opened.readOnly() != null) {
			journal = null;
			makeReadOnly(opened.readOnly());
			return;
		}
		journal = new Journal(places, opened.place(), header(), opened.options().timing(), opened.session().clock());
		Trouble trouble = opened.trouble();
		if (trouble != null) {
			board.setPlace(opened.place(), trouble);
			warnings.add(board.state().words());
		}
		opened.document().addListener(listener);
		pending = LeftWork.of(opened, this).orElse(null);
	}

	private JournalPlaces places(Opened opened) {
		JournalPlaces.Watcher watcher = new JournalPlaces.Watcher() {
			@Override
			public void edited(long durable) {
				// Whether an edit is on the disk yet is a matter of a tenth of a second: nobody is told.
			}

			@Override
			public void moved(Place place, Trouble trouble) {
				board.setPlace(place, trouble);
			}

			@Override
			public void unwritable(String edit) {
				board.setRemark("The edit \"" + edit + "\" cannot be written into the journal. Save now.");
			}
		};
		Path recovery = opened.recovery().hidden().resolve(LeftJournals.PREFIX + opened.session().token());
		return new JournalPlaces(opened.options().files(), opened.home().journal(), recovery, opened.home().folder(), watcher);
	}

	private JournalHeader header() {
		return new JournalHeader(opened.base().labels(), opened.session().token(), opened.session().rater(),
				IdentityJson.encode(opened.document().image()));
	}

	private void documentChanged(Edit edit, DocumentListener.Cause cause) {
		if (suspended) return;
		String name = switch (cause) {
			case EDIT -> edit.name();
			case UNDO -> "Undo " + edit.name();
			case REDO -> "Redo " + edit.name();
		};
		journal.append(name, edit.changes());
		board.setUnsaved(true);
	}

	boolean isReadOnly() { return journal == null; }

	Journal journal() {
		return journal;
	}

	StateBoard board() {
		return board;
	}

	List<String> warnings() {
		return List.copyOf(warnings);
	}

	Optional<PendingWork> pendingWork() {
		return Optional.ofNullable(pending);
	}

	void pendingWorkIsDone() {
		pending = null;
	}

	boolean hasUnsavedEdits() {
		return journal != null && journal.lastNumber() > savedUpTo;
	}

	long savedUpTo() {
		return savedUpTo;
	}

	/** Edits up to a number are in the files beside the image. */
	void saved(long upTo) {
		savedUpTo = Math.max(savedUpTo, upTo);
		board.setUnsaved(hasUnsavedEdits());
	}

	/**
	 * Lets several edits happen to the document that go into the journal as one, so that after a crash all of them are there or none.
	 *
	 * @param edits filled by the action; what it holds is journalled even if the action fails in the end
	 * @throws IOException if the action throws it
	 */
	void together(NetChanges edits, Action action) throws IOException {
		suspended = true;
		try {
			action.run();
		} finally {
			suspended = false;
			NetChanges.Snapshot net = edits.snapshot();
			if (!net.isEmpty()) {
				journal.append(net.summary().count(), net.summary().names(), net.changes());
				board.setUnsaved(true);
			}
		}
	}

	/** In the recovery place the journal is where work is kept: what was kept for these very labels goes on at once. */
	void takeUpWorkOfRecoveryPlace() throws StoreException {
		PendingWork work = pending;
		if (work == null || work.mergesIntoNewerLabels()) return;
		warnings.add(
				"Your work of " + Words.moment(work.newest(), opened.session().clock()) + " was taken from the recovery place: "
						+ Words.count(work.count(), "edit") + ".");
		warnings.addAll(work.recover());
	}

	/** Somebody else has the labels now: what is not saved goes to the recovery place. */
	void lose(String words) {
		List<String> said = new ArrayList<>(List.of(words));
		if (hasUnsavedEdits())
			said.add("What you have not saved (" + Words.count(journal.lastNumber() - savedUpTo, "edit")
					+ ") is kept in the recovery place and offered when you open the labels again.");
		makeReadOnly(String.join(" ", said));
	}

	/** Tells how the lock of somebody else stands now. */
	void lockSeen(LockInfo lock) {
		makeReadOnly(lock.words());
	}

	private void makeReadOnly(String words) {
		opened.document().setReadOnly(words);
		board.setReadOnly(words);
	}

	/** Puts what is not saved among the versions; after closing. @throws IOException if that fails */
	void keepJournal() throws IOException {
		if (journal == null || journal.place() == Place.NOWHERE || !hasUnsavedEdits()) return;
		StorePaths place = journal.place() == Place.HOME ? opened.home() : opened.recovery();
		new VersionFolder(opened.options().files(), place.versions(), opened.session().clock(), VersionFolder.MAX_BYTES)
				.keepJournal(places.journal(journal.place()));
	}

	void close() {
		opened.document().removeListener(listener);
		if (journal != null) journal.close(CLOSE_MILLIS);
	}
}
