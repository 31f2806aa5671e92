package org.annotomy.dicom.part10;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file by positional reads. Not mapped: a mapped file cannot be replaced on Windows. */
final class FileSource implements ByteSource {

	private final Path file;
	private final long size;
	private volatile FileChannel open;

	FileSource(Path file) throws IOException {
		this.file = file;
		this.open = FileChannel.open(file, StandardOpenOption.READ);
		this.size = open.size();
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public void read(long offset, ByteBuffer target) throws IOException {
		FileChannel channel = open;
		if (channel != null) {
			readFully(channel, offset, target);
			return;
		}
		try (FileChannel again = FileChannel.open(file, StandardOpenOption.READ)) {
			readFully(again, offset, target);
		}
	}

	private static void readFully(FileChannel channel, long offset, ByteBuffer target) throws IOException {
		long position = offset;
		while (target.hasRemaining()) {
			int count = channel.read(target, position);
			if (count < 0) throw new EOFException("The file ends too early.");
			position += count;
		}
	}

	@Override
	public void close() throws IOException {
		FileChannel channel = open;
		open = null;
		if (channel != null) channel.close();
	}
}
