package org.annotomy.dicom.part10;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

import org.annotomy.image.ImageFormatException;

/** The bytes of a file by positional reads. Not mapped: a mapped file cannot be replaced on Windows. */
final class FileSource implements ByteSource {

	private final Path file;
	private final long size;
	private volatile FileChannel open;
	/** As it was when the file was closed. */
	private volatile FileTime modified;

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
			// Else values of one file would be taken from another that was saved over it.
			if (again.size() != size || !Files.getLastModifiedTime(file).equals(modified))
				throw new ImageFormatException("The file has changed since it was opened. Open it again.");
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
		if (channel == null) return;
		modified = lastModified();
		open = null;
		channel.close();
	}

	/** Null if the file is gone: then there is nothing that could be read again. */
	private FileTime lastModified() {
		try {
			return Files.getLastModifiedTime(file);
		} catch (IOException e) {
			return null;
		}
	}
}
