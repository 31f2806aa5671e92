package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room that is left on a disk for others. */
final class DiskRoom {

	private static final long LEFT_FREE = 256L << 20;

	private DiskRoom() {}

	/** @throws IOException if the disk is nearly full; the message says what to do */
	static void require(Path folder) throws IOException {
		require(folder, 0);
	}

	/** As {@link #require(Path)}, after so many bytes more. */
	static void require(Path folder, long bytes) throws IOException {
		long free = Files.getFileStore(folder).getUsableSpace();
		if (free - bytes < LEFT_FREE)
			throw new IOException("Only " + (free >> 20) + " MB are left on the disk that images are retrieved to."
					+ " Make room, or use Clear Retrieved Images...");
	}
}
