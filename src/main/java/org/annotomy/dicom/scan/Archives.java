package org.annotomy.dicom.scan;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Zip archives that are in use, each opened once. Safe for use by several threads. */
final class Archives implements Closeable {

	private final Map<Path, ZipMembers> open = new HashMap<>();

	synchronized ZipMembers of(Path archive) throws IOException {
		ZipMembers members = open.get(archive);
		if (members == null) {
			members = ZipMembers.open(archive);
			open.put(archive, members);
		}
		return members;
	}

	@Override
	public synchronized void close() throws IOException {
		for (ZipMembers members : open.values())
			members.close();
		open.clear();
	}
}
