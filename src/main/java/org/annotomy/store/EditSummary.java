package org.annotomy.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a journal says about an edit before saying what it changed.
 *
 * @param number counts the edits of a session from 1; of several edits in one, the last
 * @param count how many edits it stands for
 * @param millis when the last of them was made, UTC
 * @param names of the edits, the oldest first; at most {@link #MAX_NAMES}, the newest
 */
record EditSummary(long number, long count, long millis, List<String> names) {

	static final int MAX_NAMES = 100;

	private static final int MAX_NAME_CHARS = 200;

	EditSummary {
		names = List.copyOf(names.subList(Math.max(0, names.size() - MAX_NAMES), names.size()));
	}

	/** Both, one after the other. */
	EditSummary and(EditSummary later) {
		List<String> both = new ArrayList<>(names);
		both.addAll(later.names);
		return new EditSummary(later.number, count + later.count, later.millis, both);
	}

	void write(DataOutputStream out) throws IOException {
		out.writeLong(number);
		out.writeLong(count);
		out.writeLong(millis);
		out.writeByte(names.size());
		for (String name : names)
			out.writeUTF(name.length() <= MAX_NAME_CHARS ? name : name.substring(0, MAX_NAME_CHARS));
	}

	static EditSummary read(DataInputStream in) throws IOException {
		long number = in.readLong();
		long count = in.readLong();
		long millis = in.readLong();
		List<String> names = new ArrayList<>();
		for (int left = in.readUnsignedByte(); left > 0; left--)
			names.add(in.readUTF());
		return new EditSummary(number, count, millis, names);
	}
}
