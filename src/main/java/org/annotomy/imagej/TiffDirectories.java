package org.annotomy.imagej;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.annotomy.image.ImageFormatException;

/** Walks the chain of a TIFF's directories before ImageJ's decoder does, which would follow a ring of them for ever. */
final class TiffDirectories {

	private static final int MOST_DIRECTORIES = 1 << 20;
	private static final int ENTRY = 12;
	/** Bytes of one value by the code of its type, TIFF 6.0 section 2. */
	private static final int[] VALUE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

	private TiffDirectories() {}

	/** @throws ImageFormatException if the chain leaves the file or comes back to itself, or an entry is larger than the file */
	static void requireSound(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			ByteBuffer start = read(channel, 0, 8, ByteOrder.BIG_ENDIAN);
			ByteOrder order = start.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			long at = start.order(order).getInt(4) & 0xffffffffL;
			Set<Long> seen = new HashSet<>();
			while (at > 0) {
				if (!seen.add(at) || seen.size() > MOST_DIRECTORIES) throw damaged();
				int entries = read(channel, at, 2, order).getShort(0) & 0xffff;
				ByteBuffer directory = read(channel, at + 2, entries * ENTRY + 4, order);
				requireEntries(directory, entries, channel.size());
				at = directory.getInt(entries * ENTRY) & 0xffffffffL;
			}
		}
	}

	private static void requireEntries(ByteBuffer directory, int entries, long fileBytes) throws ImageFormatException {
		for (int i = 0; i < entries; i++) {
			int type = directory.getShort(i * ENTRY + 2) & 0xffff;
			long count = directory.getInt(i * ENTRY + 4) & 0xffffffffL;
			if (count * (type < VALUE_BYTES.length ? VALUE_BYTES[type] : 1) > fileBytes) throw damaged();
		}
	}

	/** The last directory of some writers lacks the four bytes that say that none follows: they count as zero. */
	private static ByteBuffer read(FileChannel channel, long at, int length, ByteOrder order) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length).order(order);
		while (bytes.hasRemaining()) {
			int n = channel.read(bytes, at + bytes.position());
			if (n < 0 && bytes.remaining() <= 4 && length > 4) return bytes;
			if (n < 0) throw damaged();
		}
		return bytes;
	}

	private static ImageFormatException damaged() {
		return new ImageFormatException("TIFF: the list of images in the file is damaged.");
	}
}
