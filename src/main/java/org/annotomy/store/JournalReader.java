package org.annotomy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

import org.annotomy.store.file.FileLayer;

/** Reads a journal up to the first record that is not whole. What follows is never looked at: it could be of an older use of the disk. */
final class JournalReader {

	/** Takes one record at a time. */
	@FunctionalInterface
	interface Visitor {

		/** @throws IOException if the record cannot be used; reading stops there */
		void visit(JournalRecord record) throws IOException;
	}

	/**
	 * What was found.
	 *
	 * @param goodBytes header and whole records
	 * @param allBytes of the file
	 * @param lastSequence of the last whole record; -1 if there is none
	 */
	record Extent(JournalHeader header, long goodBytes, long allBytes, long lastSequence) {

		boolean isTorn() { return goodBytes < allBytes; }
	}

	private final InputStream in;
	private final long allBytes;
	private long goodBytes;
	private long lastSequence = -1;

	private JournalReader(InputStream in, long allBytes) {
		this.in = in;
		this.allBytes = allBytes;
	}

	/** @throws IOException if the file cannot be read, is no journal, or the visitor refuses a record */
	static Extent read(FileLayer files, Path file, Visitor visitor) throws IOException {
		long size = files.size(file);
		try (InputStream in = files.read(file)) {
			byte[] header = JournalHeader.read(in);
			JournalReader reader = new JournalReader(in, size);
			reader.goodBytes = header.length;
			for (JournalRecord record = reader.next(); record != null; record = reader.next())
				visitor.visit(record);
			return new Extent(JournalHeader.of(header), reader.goodBytes, size, reader.lastSequence);
		}
	}

	/** The next whole record, or null if there is none. */
	private JournalRecord next() throws IOException {
		byte[] head = in.readNBytes(JournalRecord.HEAD_BYTES);
		if (head.length < JournalRecord.HEAD_BYTES) return null;
		ByteBuffer fields = ByteBuffer.wrap(head);
		int length = fields.getInt();
		long left = allBytes - goodBytes - JournalRecord.HEAD_BYTES - JournalRecord.TAIL_BYTES;
		if (length < 0 || length > left || length > JournalRecord.MAX_PAYLOAD_BYTES) return null;
		byte[] payload = in.readNBytes(length);
		byte[] tail = in.readNBytes(JournalRecord.TAIL_BYTES);
		if (payload.length < length || tail.length < JournalRecord.TAIL_BYTES) return null;
		CRC32C crc = new CRC32C();
		crc.update(head);
		crc.update(payload);
		if (ByteBuffer.wrap(tail).getInt() != (int) crc.getValue()) return null;
		long sequence = fields.getLong();
		JournalRecord record = new JournalRecord(sequence, fields.getLong(), JournalRecord.Type.ofCode(fields.getShort()),
				payload);
		if (record.type() == null || lastSequence >= 0 && sequence != lastSequence + 1) return null;
		lastSequence = sequence;
		goodBytes += record.length();
		return record;
	}
}
