package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.annotomy.annotation.Change;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.store.file.FileLayer;

/**
 * A journal of an earlier session with edits that are in no sidecar.
 *
 * @param place where it lies
 * @param base SHA-256 of the sidecar that its edits follow
 * @param skipUpTo number of the last edit that has been saved after all
 * @param summary of the others
 */
record LeftJournal(StorePaths place, Path file, JournalHeader header, String base, long skipUpTo, EditSummary summary) {

	/** Takes one edit at a time. */
	@FunctionalInterface
	interface EditVisitor {

		void visit(EditSummary edit, List<Change> changes) throws IOException;
	}

	/**
	 * @param saved the save of that journal that took place; null if none did
	 * @return null if the journal holds no edit that is not saved
	 * @throws IOException if it cannot be read
	 */
	static LeftJournal of(FileLayer files, StorePaths place, Path file, Commit saved) throws IOException {
		long skip = saved == null ? 0 : saved.upTo();
		Summing sum = new Summing(skip);
		JournalHeader header = JournalReader.read(files, file, sum).header();
		if (sum.total == null) return null;
		return new LeftJournal(place, file, header, saved == null ? header.base() : saved.newLabels(), skip, sum.total);
	}

	Instant newest() {
		return Instant.ofEpochMilli(summary.millis());
	}

	/** @throws IOException if the journal cannot be read, or the visitor refuses */
	void visit(FileLayer files, Protocol known, EditVisitor visitor) throws IOException {
		EditCodec.Assembler edit = new EditCodec.Assembler(known);
		JournalReader.read(files, file, record -> {
			if (record.type() == JournalRecord.Type.EDIT && edit.add(record.payload()) && edit.summary().number() > skipUpTo)
				visitor.visit(edit.summary(), edit.changes());
		});
	}

	private static final class Summing implements JournalReader.Visitor {

		private final long skip;
		private EditSummary part;
		private EditSummary total;

		private Summing(long skip) {
			this.skip = skip;
		}

		@Override
		public void visit(JournalRecord record) throws IOException {
			if (record.type() != JournalRecord.Type.EDIT) return;
			EditCodec.Glance glance = EditCodec.glance(record.payload(), part);
			part = glance.summary();
			if (!glance.complete() || part == null || part.number() <= skip) return;
			total = total == null ? part : total.and(part);
		}
	}
}
