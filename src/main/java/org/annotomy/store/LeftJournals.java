package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;

/** Journals that earlier sessions left in a place: set aside under names of their own, so that a new journal can begin. */
final class LeftJournals {

	/** How the names of journals begin that were set aside. */
	static final String PREFIX = "pending-";

	private final FileLayer files;
	private final StorePaths place;
	private final VersionFolder versions;
	private final Clock clock;
	private final List<String> remarks = new ArrayList<>();

	LeftJournals(FileLayer files, StorePaths place, VersionFolder versions, Clock clock) {
		this.files = files;
		this.place = place;
		this.versions = versions;
		this.clock = clock;
	}

	/** What could not be read and where it is kept, in words. */
	List<String> remarks() {
		return remarks;
	}

	/**
	 * Sets the journal aside, if there is one. To be done by who holds the lock.
	 *
	 * @param saves finishes a save that the journal shows as begun, and says which save took place
	 * @throws IOException if the folder fails
	 */
	void setAside(InterruptedSave saves) throws IOException {
		for (Path file : files.list(place.hidden()))
			if (file.getFileName().toString().endsWith(".tmp")) files.delete(file);
		if (!files.exists(place.journal())) {
			versions.dropDrafts();
			return;
		}
		JournalScan scan;
		try {
			scan = JournalScan.of(files, place.journal());
		} catch (IOException e) {
			if (!files.exists(place.journal())) throw e;
			remarks.add("The journal of an earlier session cannot be read. It is kept among the versions.");
			versions.keepJournal(place.journal());
			return;
		}
		if (scan.extent().isTorn()) cutTail(scan.extent());
		Commit saved = scan.commit() == null ? null : saves.finish(scan);
		versions.dropDrafts();
		if (LeftJournal.of(files, place, place.journal(), saved) == null) files.delete(place.journal());
		else files.move(place.journal(), free());
	}

	/** Journals set aside now or earlier, the oldest work first. @throws IOException if the folder fails */
	List<LeftJournal> list() throws IOException {
		List<LeftJournal> left = new ArrayList<>();
		for (Path file : files.list(place.hidden())) {
			String name = file.getFileName().toString();
			if (!name.startsWith(PREFIX) || name.endsWith(".tmp")) continue;
			LeftJournal journal = LeftJournal.of(files, place, file, savedOf(file));
			if (journal == null) files.delete(file);
			else left.add(journal);
		}
		left.sort(java.util.Comparator.comparing(LeftJournal::newest));
		return left;
	}

	/** A journal that was set aside holds no save under way: what it shows as committed has taken place. */
	private Commit savedOf(Path file) throws IOException {
		return JournalScan.of(files, file).commit();
	}

	private Path free() throws IOException {
		Path free = place.hidden().resolve(PREFIX + clock.millis());
		for (int i = 2; files.exists(free); i++)
			free = place.hidden().resolve(PREFIX + clock.millis() + "-" + i);
		return free;
	}

	/** The last record was being written when the session ended: it is kept for those who want to look, but not used. */
	private void cutTail(JournalReader.Extent extent) throws IOException {
		Contents.copyTail(files, place.journal(), extent.goodBytes(), place.torn());
		try (OpenFile journal = files.append(place.journal())) {
			journal.truncate(extent.goodBytes());
			journal.force();
		}
	}
}
