package org.annotomy.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.annotomy.annotation.Change;
import org.annotomy.annotation.Change.DetectionChange;
import org.annotomy.annotation.protocol.Protocol;

/**
 * Edits as payloads of journal records: only what each thing became. A payload is u8 flags (1 first part of the edit, 2 last part), in a
 * first part the {@link EditSummary}, then deflated {@link ChangeCodec} entries up to a 0. An edit of many changes is cut into several
 * payloads; it counts only with its last part.
 */
final class EditCodec {

	private static final int FIRST = 1;
	private static final int LAST = 2;
	/** Without it each number would be a call of its own into the packer. */
	private static final int BUFFER = 1 << 13;
	private static final int PART_BYTES = 8 << 20;
	private static final long MAX_PART_BYTES = 1L << 30;

	private EditCodec() {}

	/** Takes payloads as they are made. */
	interface PayloadSink {

		void take(byte[] payload) throws IOException;
	}

	/** @param working told again and again that this goes on: a million detections take a while */
	static void write(EditSummary summary, List<Change> changes, PayloadSink sink, Runnable working) throws IOException {
		int next = 0;
		do {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
			int first = next == 0 ? FIRST : 0;
			bytes.write(first);
			if (first != 0) summary.write(new DataOutputStream(bytes));
			next = writeChanges(changes, next, bytes, working);
			byte[] payload = bytes.toByteArray();
			if (next == changes.size()) payload[0] |= LAST;
			sink.take(payload);
		} while (next < changes.size());
	}

	/** @return index of the first change that found no room */
	private static int writeChanges(List<Change> changes, int from, ByteArrayOutputStream bytes, Runnable working)
			throws IOException {
		// Masses of detections are short as they are (see DetectionCodec): to pack them would take ten times as long for a few per cent.
		boolean isShort = changes.size() > from && changes.get(from) instanceof DetectionChange;
		Deflater deflater = new Deflater(isShort ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
		try (DataOutputStream out = new DataOutputStream(
				new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater, BUFFER), BUFFER))) {
			int next = from;
			while (next < changes.size() && out.size() < PART_BYTES) {
				ChangeCodec.write(changes.get(next++), out);
				working.run();
			}
			out.writeByte(ChangeCodec.END);
			return next;
		} finally {
			deflater.end();
		}
	}

	/** Puts the parts of one edit after the other together again. */
	static final class Assembler {

		private final Protocol known;
		private EditSummary summary;
		private List<Change> changes = new ArrayList<>();

		/** @param known the protocol to use where the journal names the same one; it does not hold whole protocols */
		Assembler(Protocol known) {
			this.known = known;
		}

		/** @return whether the edit is complete now */
		boolean add(byte[] payload) throws IOException {
			DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
			int flags = in.readUnsignedByte();
			if ((flags & FIRST) != 0) {
				summary = EditSummary.read(in);
				changes = new ArrayList<>();
			} else if (summary == null) throw new IOException("An edit of the journal has no beginning.");
			try (DataInputStream entries = new DataInputStream(
					new BufferedInputStream(new BoundedInput(new InflaterInputStream(in), MAX_PART_BYTES), BUFFER))) {
				ChangeCodec.readAll(entries, known, changes);
			}
			return (flags & LAST) != 0;
		}

		EditSummary summary() {
			return summary;
		}

		List<Change> changes() {
			return changes;
		}
	}

	/** The summary of the edit that the payload ends, or null if it ends none; {@code before} is that of the part before. */
	static Glance glance(byte[] payload, EditSummary before) throws IOException {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
		int flags = in.readUnsignedByte();
		EditSummary summary = (flags & FIRST) != 0 ? EditSummary.read(in) : before;
		return new Glance(summary, (flags & LAST) != 0);
	}

	/** What can be said of a payload without unpacking it. */
	record Glance(EditSummary summary, boolean complete) {}
}
