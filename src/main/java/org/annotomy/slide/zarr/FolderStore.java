package org.annotomy.slide.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.annotomy.image.ImageFormatException;

/** A hierarchy in a folder. Keys that lead out of it do not exist. */
final class FolderStore implements ZarrStore {

	private final Path root;

	FolderStore(Path root) {
		this.root = root.toAbsolutePath().normalize();
	}

	@Override
	public byte[] get(String key) throws IOException {
		Path file = file(key);
		return file == null ? null : read(file, 0, -1);
	}

	@Override
	public byte[] get(String key, long offset, int count) throws IOException {
		Path file = file(key);
		return file == null ? null : read(file, offset, count);
	}

	private Path file(String key) {
		try {
			Path file = root.resolve(key).normalize();
			return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
		} catch (InvalidPathException e) {
			return null;
		}
	}

	/** @param count -1 for all */
	private static byte[] read(Path file, long offset, int count) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			long size = channel.size();
			long from = offset < 0 ? size + offset : offset;
			long wanted = count < 0 ? size : count;
			if (wanted > MAX_VALUE)
				throw new ImageFormatException("A part of the Zarr data is too large: " + (wanted >> 20) + " MB.");
			if (from < 0 || from > size - wanted) throw new ImageFormatException("A part of the Zarr data is cut short.");
			ByteBuffer bytes = ByteBuffer.allocate((int) wanted);
			while (bytes.hasRemaining())
				if (channel.read(bytes, from + bytes.position()) < 0)
					throw new ImageFormatException("A part of the Zarr data is cut short.");
			return bytes.array();
		} catch (NoSuchFileException e) {
			return null;
		}
	}

	@Override
	public void close() {
		// No file stays open.
	}
}
