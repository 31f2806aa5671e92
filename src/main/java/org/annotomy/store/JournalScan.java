package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.store.JournalReader.Extent;
import org.annotomy.store.file.FileLayer;

/**
 * What a journal that was left says about saves.
 *
 * @param commit the last save that put things in place, or began to; null if there was none or it was given up
 * @param done whether that save said that it had succeeded
 */
record JournalScan(Extent extent, Commit commit, boolean done) {

	/** @throws IOException if the journal cannot be read */
	static JournalScan of(FileLayer files, Path journal) throws IOException {
		Finder finder = new Finder();
		Extent extent = JournalReader.read(files, journal, finder);
		return new JournalScan(extent, finder.commit, finder.done);
	}

	private static final class Finder implements JournalReader.Visitor {

		private Commit commit;
		private boolean done;

		@Override
		public void visit(JournalRecord record) throws IOException {
			switch (record.type()) {
				case COMMIT :
					commit = Commit.of(record.payload());
					done = false;
					break;
				case DONE :
					done = true;
					break;
				case ABORT :
					commit = null;
					break;
				default :
			}
		}
	}
}
