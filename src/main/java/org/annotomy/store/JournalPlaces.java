package org.annotomy.store;

import java.nio.file.Path;

import org.annotomy.store.Journal.Place;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.Trouble;

/**
 * Where a journal can be kept, and who is told.
 *
 * @param home journal beside the image
 * @param recovery journal on this computer: of this session alone
 * @param folder of the image, to ask when something goes wrong
 */
record JournalPlaces(FileLayer files, Path home, Path recovery, Path folder, Watcher watcher) {

	/** Hears of the journal's fate, on its thread. */
	interface Watcher {

		/** The edits up to a number are on the disk. */
		void edited(long durable);

		/** The journal goes on elsewhere because of some trouble; null if it went back home. */
		void moved(Place place, Trouble trouble);

		/** An edit cannot be written into a journal, for a reason that has nothing to do with the disk. */
		void unwritable(String edit);
	}

	Path journal(Place place) {
		return place == Place.HOME ? home : recovery;
	}

	/** The folder to ask when something goes wrong there. */
	Path folder(Place place) {
		return place == Place.HOME ? folder : recovery.getParent();
	}
}
