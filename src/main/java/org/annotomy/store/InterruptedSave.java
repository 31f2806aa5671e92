package org.annotomy.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;

import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;

/** Finishes a save in the midst of which a session ended, or takes it back: afterwards the files beside the image fit together. */
record InterruptedSave(FileLayer files, SaveSteps steps, Clock clock) {

	/**
	 * @param scan of the journal beside the image, which shows a commit
	 * @return the save, if what is beside the image now is what it wrote; null if it is what was before, or something else
	 * @throws IOException if the folder fails
	 */
	Commit finish(JournalScan scan) throws IOException {
		Commit commit = scan.commit();
		if (scan.done()) return commit;
		String found = steps.labelsOnDisk();
		boolean took = found.equals(commit.newLabels());
		boolean canTake = found.equals(commit.oldLabels()) || found.equals(JournalHeader.NO_BASE);
		if ((took || canTake) && steps.isComplete(commit)) {
			steps.putInPlace(commit);
			steps.listVersion(commit);
			return commit;
		}
		if (took) return commit;
		if (canTake) steps.takeBack(commit);
		else if (steps.isComplete(commit)) steps.listVersion(commit);
		noteAbort(scan);
		return null;
	}

	/** So that nobody who reads the journal later takes the save for done. */
	private void noteAbort(JournalScan scan) throws IOException {
		Path journal = steps.place().journal();
		JournalRecord abort = new JournalRecord(scan.extent().lastSequence() + 1, clock.millis(), JournalRecord.Type.ABORT,
				new byte[0]);
		try (OpenFile file = files.append(journal)) {
			ByteBuffer bytes = abort.toBytes();
			file.write(bytes);
			file.force();
		}
	}
}
