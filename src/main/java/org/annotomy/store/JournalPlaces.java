package org.annotomy.store;

import java.nio.file.Path;

import org.annotomy.store.Journal.Place;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.Trouble;

/**
 * Where a journal can be kept, and who is told.
 *
 * @param home beside the image
 * @param recovery on this computer
 */
record JournalPlaces(FileLayer files, StorePaths home, StorePaths recovery, Watcher watcher) {

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
		return (place == Place.HOME ? home : recovery).journal();
	}

	/** The folder to ask when something goes wrong there. */
	Path folder(Place place) {
		return place == Place.HOME ? home.folder() : recovery.folder();
	}
}
