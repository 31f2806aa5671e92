package org.annotomy.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.annotomy.annotation.Change;
import org.annotomy.store.file.Trouble;

/** What the journal's thread is to do. */
sealed interface JournalTask {

	/** Write an edit. */
	record Append(EditSummary summary, List<Change> changes) implements JournalTask {}

	/** Somebody waits for it. */
	sealed interface Awaited extends JournalTask {

		CompletableFuture<Void> done();
	}

	/** Write a record that is no edit, and force it. */
	record Mark(JournalRecord.Type type, byte[] payload, CompletableFuture<Void> done) implements Awaited {}

	/** Begin anew on another sidecar, without the edits up to a number. */
	record Restart(String base, long upTo, CompletableFuture<Void> done) implements Awaited {}

	/** Go on in another place. @param trouble why; null if it is back home */
	record Move(Journal.Place place, Trouble trouble, CompletableFuture<Void> done) implements Awaited {}
}
