package org.annotomy.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.annotation.Change;
import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;

/** A journal that is being written. It appears under its name only with its beginning whole and on the disk. For one thread. */
final class JournalFile implements Closeable {

	private final OpenFile file;
	private long sequence;
	private long goodSequence;
	private long goodBytes;

	private JournalFile(OpenFile file) {
		this.file = file;
	}

	/**
	 * Puts a new journal into the place of the one that is there.
	 *
	 * @param net what it begins with; may be empty
	 * @param working told again and again that this goes on
	 * @throws IOException if that fails; then the old one is still there
	 */
	static JournalFile start(FileLayer files, Path path, JournalHeader header, NetChanges.Snapshot net, Runnable working)
			throws IOException {
		files.createFolders(path.getParent());
		Path draft = path.resolveSibling(path.getFileName() + ".tmp");
		long records;
		try {
			records = writeDraft(files, draft, header, net, working);
			files.replace(draft, path);
		} catch (IOException e) {
			Contents.drop(files, draft, e);
			throw e;
		}
		files.forceFolder(path.getParent());
		JournalFile journal = new JournalFile(files.append(path));
		journal.sequence = records;
		journal.noteGood();
		return journal;
	}

	private static long writeDraft(FileLayer files, Path draft, JournalHeader header, NetChanges.Snapshot net, Runnable working)
			throws IOException {
		try (JournalFile journal = new JournalFile(files.create(draft))) {
			journal.file.write(ByteBuffer.wrap(header.toBytes()));
			if (!net.isEmpty()) journal.append(net.summary(), net.changes(), working);
			journal.force();
			return journal.sequence;
		}
	}

	/** Writes without forcing. @throws IOException if that fails: {@link #cutBack} then */
	private void append(EditSummary summary, List<Change> changes, Runnable working) throws IOException {
		EditCodec.write(summary, changes, payload -> append(JournalRecord.Type.EDIT, payload, summary.millis()), working);
	}

	/** Writes without forcing. @throws IOException if that fails: {@link #cutBack} then */
	void append(JournalRecord.Type type, byte[] payload, long millis) throws IOException {
		file.write(new JournalRecord(sequence + 1, millis, type, payload).toBytes());
		sequence++;
	}

	/** @throws IOException if it cannot be said that all is on the disk */
	void force() throws IOException {
		file.force();
		noteGood();
	}

	/** Takes back what was written since it was last forced. @throws IOException if that fails */
	void cutBack() throws IOException {
		file.truncate(goodBytes);
		sequence = goodSequence;
	}

	long goodBytes() {
		return goodBytes;
	}

	private void noteGood() throws IOException {
		goodBytes = file.size();
		goodSequence = sequence;
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
