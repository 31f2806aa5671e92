package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.store.file.Trouble;
import org.annotomy.task.Progress;

/**
 * The labels of one image, kept so that no work is lost: every edit of the document reaches a journal within a second, saving replaces the
 * files beside the image all at once, earlier versions are kept, a lock tells who is at work, and a folder that takes nothing is replaced by a
 * recovery place.
 * <p>
 * The document is changed on one thread; {@link #pendingWork}, {@link #restore} and {@link #beginSave} belong to that thread too. Everything
 * else may be called from any thread. Listeners are called on whichever thread something happened.
 */
public final class AnnotationStore implements AutoCloseable {

	private final Session session;
	private final Opened opened;
	private final JournalDesk desk;
	private final Home home;
	private final Saving saving;
	private boolean closed;

	private AnnotationStore(Opened opened) {
		this.opened = opened;
		session = opened.session();
		desk = new JournalDesk(opened);
		home = new Home(opened, desk);
		saving = new Saving(opened, desk, home);
	}

	/**
	 * Opens the labels of an image, or begins new ones. What an interrupted save left is mended. Nothing is written but the lock.
	 *
	 * @param sidecarBase the image file, or for a series the folder-level name: labels lie beside it in {@code X.geojson} and
	 *            {@code X.seg.nrrd}
	 * @param image what the image at hand is
	 * @param defaultProtocol for new labels, and for labels made under it
	 * @throws StoreException if the labels belong to another image or cannot be read, or the folder is not there
	 */
	public static AnnotationStore open(Path sidecarBase, ImageIdentity image, Protocol defaultProtocol, StoreOptions options)
			throws StoreException {
		AnnotationStore store = new AnnotationStore(new Opening(sidecarBase, image, defaultProtocol, options).open());
		store.begin();
		return store;
	}

	/** Where the sidecar of an image lies, whether it is there or not. */
	public static Path sidecarOf(Path sidecarBase) {
		return StorePaths.beside(sidecarBase).geojson();
	}

	/** Where the voxel segments of an image lie, whether they are there or not. */
	public static Path segmentsOf(Path sidecarBase) {
		return StorePaths.beside(sidecarBase).seg();
	}

	/** Where something small about an image can be kept beside its journal, whether it is there or not. */
	public static Path noteOf(Path sidecarBase, String name) {
		return StorePaths.beside(sidecarBase).hidden().resolve(name);
	}

	/** Versions of labels that cannot be opened any more, the newest first. @throws StoreException if the folder cannot be read */
	public static List<Version> versionsOf(Path sidecarBase, StoreOptions options) throws StoreException {
		return new PutBack(sidecarBase, options).versions();
	}

	/**
	 * Puts a version in the place of labels that cannot be opened any more; what is there now is kept among the versions for a month.
	 *
	 * @throws StoreException if somebody else has the lock, the version is damaged, or the folder fails
	 */
	public static void putBack(Path sidecarBase, Version version, StoreOptions options) throws StoreException {
		new PutBack(sidecarBase, options).put(version);
	}

	private void begin() throws StoreException {
		if (desk.isReadOnly()) home.release();
		home.start();
		if (desk.isReadOnly()) return;
		try {
			takeInOutsideChanges();
			if (opened.place() == Journal.Place.RECOVERY) desk.takeUpWorkOfRecoveryPlace();
		} catch (StoreException | RuntimeException e) {
			close();
			throw e;
		}
	}

	private void takeInOutsideChanges() {
		if (opened.toTakeIn() == null) return;
		Replay.apply(document(), DocumentDiff.between(document(), opened.toTakeIn(), OutsideChanges.EDIT));
	}

	public AnnotationDocument document() {
		return opened.document();
	}

	public StoreState state() {
		return desk.board().state();
	}

	public void addStateListener(Consumer<StoreState> listener) {
		desk.board().addListener(listener);
	}

	public void removeStateListener(Consumer<StoreState> listener) {
		desk.board().removeListener(listener);
	}

	/** What the user should know about how the labels were opened, a sentence or two each. */
	public List<String> warnings() {
		return desk.warnings();
	}

	/** Work of earlier sessions that waits to be taken up or let be. */
	public Optional<PendingWork> pendingWork() {
		return desk.pendingWork();
	}

	/** Who has the lock, as it was when last looked at: at most a heartbeat ago. */
	public LockInfo lock() {
		return home.lock();
	}

	/** The folder on this computer that work goes to when the folder of the image takes nothing; it may not exist. */
	public Path recoveryFolder() {
		return opened.recovery().folder();
	}

	/** Whether there are edits since the last save. */
	public boolean hasUnsavedEdits() {
		return desk.hasUnsavedEdits();
	}

	/**
	 * Waits until all edits made so far are on the disk, in the journal.
	 *
	 * @return false if they are not, in that time
	 */
	public boolean flush(long millis) {
		return desk.isReadOnly() || desk.journal().flush(millis);
	}

	/**
	 * Saves the document as it is now. On the thread that changes the document; see {@link #beginSave} for another.
	 *
	 * @throws StoreException if that is not possible now: the files beside the image are as they were, and the edits stay in the journal
	 */
	public SaveReport save(Progress progress) throws StoreException {
		return beginSave().run(progress);
	}

	/**
	 * Takes a snapshot to be saved on another thread while the document is changed further. Changes that another program made to the labels
	 * meanwhile come into the document first, as an edit.
	 *
	 * @throws StoreException if saving is not possible in this state
	 */
	public PendingSave beginSave() throws StoreException {
		requireOpen();
		return saving.begin();
	}

	/** A snapshot that waits to be written. */
	public interface PendingSave {

		/** As {@link AnnotationStore#save}, from any thread. */
		SaveReport run(Progress progress) throws StoreException;
	}

	/** Earlier versions, the newest first. @throws StoreException if the folder cannot be read */
	public List<Version> versions() throws StoreException {
		try {
			return saving.versions().list();
		} catch (IOException e) {
			throw failed("The versions cannot be listed. ", e);
		}
	}

	/** An earlier version, to be looked at. @throws StoreException if it cannot be read */
	public AnnotationDocument read(Version version) throws StoreException {
		return saving.read(version);
	}

	/**
	 * Makes the document what it was in an earlier version, by an edit that can be undone. The next save writes it as a new revision.
	 *
	 * @throws StoreException if the version cannot be read or the labels cannot be changed
	 */
	public void restore(Version version) throws StoreException {
		requireOpen();
		if (desk.isReadOnly()) throw new StoreException(Reason.STATE, "A version cannot be restored. " + state().words());
		AnnotationDocument then = read(version);
		String name = "Restore version of " + Words.moment(version.when(), session.clock());
		Replay.apply(document(), DocumentDiff.between(document(), then, name));
	}

	/** Brings what is left to the journal and gives the lock back. Edits that are not saved are offered at the next opening. */
	@Override
	public void close() {
		close(false);
	}

	/** Closes because the user does not want the edits since the last save. Their journal stays among the versions for a month. */
	public void closeWithoutSaving() {
		close(true);
	}

	private synchronized void close(boolean letEditsBe) {
		if (closed) return;
		closed = true;
		home.stop();
		desk.close();
		if (letEditsBe) letEditsBe();
		home.release();
		if (document().readOnlyReason().isEmpty()) document().setReadOnly("they were closed.");
	}

	private void letEditsBe() {
		try {
			desk.keepJournal();
		} catch (IOException e) {
			// It stays where it is, and is offered at the next opening: nothing is lost.
		}
	}

	private synchronized void requireOpen() throws StoreException {
		if (closed) throw new StoreException(Reason.STATE, "The labels have been closed.");
	}

	private StoreException failed(String doing, IOException e) {
		return new StoreException(Reason.FILES,
				doing + Trouble.of(e, opened.options().files(), opened.home().folder()).words() + ".", e);
	}
}
