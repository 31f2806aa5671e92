package org.annotomy.store;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.annotomy.store.Journal.Place;
import org.annotomy.store.StoreState.Kind;
import org.annotomy.store.file.Trouble;

/** Makes one statement for the user out of what the parts of a store know, and tells it to listeners when it changes. */
final class StateBoard {

	private final Clock clock;
	private final String recoveryWords;
	private final List<Consumer<StoreState>> listeners = new CopyOnWriteArrayList<>();
	private boolean saving;
	private boolean unsaved;
	private String readOnly;
	private Place place = Place.HOME;
	private Trouble trouble = Trouble.OTHER;
	private String remark;
	private StoreState state;

	/** @param recoveryWords where the recovery place is */
	StateBoard(Clock clock, String recoveryWords) {
		this.clock = clock;
		this.recoveryWords = recoveryWords;
		state = new StoreState(Kind.SAVED, "All changes are saved.", clock.instant());
	}

	synchronized StoreState state() {
		return state;
	}

	/** The words without regard to a save that is under way. */
	synchronized String wordsAtRest() {
		return words(kindAtRest());
	}

	void addListener(Consumer<StoreState> listener) {
		listeners.add(listener);
	}

	void removeListener(Consumer<StoreState> listener) {
		listeners.remove(listener);
	}

	void setSaving(boolean value) {
		synchronized (this) {
			saving = value;
		}
		refresh();
	}

	/** @param value whether there are edits since the last save */
	void setUnsaved(boolean value) {
		synchronized (this) {
			if (unsaved == value) return;
			unsaved = value;
			if (!value) remark = null;
		}
		refresh();
	}

	/** @param words why the labels cannot be changed, or null if they can */
	void setReadOnly(String words) {
		synchronized (this) {
			readOnly = words;
		}
		refresh();
	}

	/** @param why null if the journal is at home, or went there again */
	void setPlace(Place newPlace, Trouble why) {
		synchronized (this) {
			place = newPlace;
			if (why != null) trouble = why;
		}
		refresh();
	}

	/** Adds a sentence about what went wrong until all is saved; null for none. */
	void setRemark(String words) {
		synchronized (this) {
			remark = words;
		}
		refresh();
	}

	private void refresh() {
		StoreState next;
		synchronized (this) {
			Kind kind = kind();
			String words = words(kind);
			if (state.kind() == kind && state.words().equals(words)) return;
			next = new StoreState(kind, words, state.kind() == kind ? state.since() : clock.instant());
			state = next;
		}
		for (Consumer<StoreState> listener : listeners)
			listener.accept(next);
	}

	private Kind kind() {
		return saving && readOnly == null ? Kind.SAVING : kindAtRest();
	}

	private Kind kindAtRest() {
		if (readOnly != null) return Kind.READ_ONLY;
		if (place != Place.HOME) return Kind.RECOVERY_PLACE;
		return unsaved ? Kind.UNSAVED : Kind.SAVED;
	}

	private String words(Kind kind) {
		return switch (kind) {
			case READ_ONLY -> readOnly;
			case SAVING -> "The labels are being saved.";
			case RECOVERY_PLACE -> trouble.words() + ": " + (place == Place.RECOVERY ? recovery() : nowhere());
			case UNSAVED -> (remark == null ? "" : remark + " ")
					+ "The changes since the last save are in the journal and survive a crash. Save to put them beside the image.";
			case SAVED -> "All changes are saved.";
		};
	}

	private String recovery() {
		return "your work is kept on this computer instead, " + recoveryWords + ". It goes back beside the image when "
				+ (trouble == Trouble.FULL ? "there is room again." : "the folder can be written again.");
	}

	private static String nowhere() {
		return "your changes are in memory alone, because the recovery place on this computer fails too. "
				+ "Keep the program open, make room on the disk or export the labels elsewhere.";
	}
}
