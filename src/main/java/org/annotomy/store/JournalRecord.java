package org.annotomy.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One record, big endian: u32 length of the payload, u64 sequence, i64 UTC in milliseconds, u16 type, the payload, u32 CRC-32C of all
 * before it.
 *
 * @param sequence grows by one from record to record of a journal
 * @param millis when it was made, UTC
 */
record JournalRecord(long sequence, long millis, Type type, byte[] payload) {

	/** What the payload holds; the code is what the file says. */
	enum Type {
		/** One edit, undo or redo, or what several came to: {@link EditCodec}. */
		EDIT(1),
		/** A save has everything in place and begins to rename: {@link Commit}. */
		COMMIT(2),
		/** The save has succeeded; no payload. */
		DONE(3),
		/** The save was given up; no payload. */
		ABORT(4);

		private final int code;

		Type(int code) {
			this.code = code;
		}

		/** Null if there is no such type. */
		static Type ofCode(int code) {
			return code < 1 || code > values().length ? null : values()[code - 1];
		}
	}

	/** Larger edits are written as several records. */
	static final int MAX_PAYLOAD_BYTES = 256 << 20;

	static final int HEAD_BYTES = 4 + 8 + 8 + 2;
	static final int TAIL_BYTES = 4;

	int length() {
		return HEAD_BYTES + payload.length + TAIL_BYTES;
	}

	ByteBuffer toBytes() {
		ByteBuffer bytes = ByteBuffer.allocate(length());
		bytes.putInt(payload.length).putLong(sequence).putLong(millis).putShort((short) type.code).put(payload);
		CRC32C crc = new CRC32C();
		crc.update(bytes.array(), 0, bytes.position());
		return bytes.putInt((int) crc.getValue()).flip();
	}
}
