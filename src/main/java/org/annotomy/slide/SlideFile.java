package org.annotomy.slide;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.annotomy.image.ImageFormatException;

/**
 * The bytes of a slide's file by positional reads, for several threads at once. A thread that is interrupted while it reads closes the
 * channel for all others (that is Java's rule); the next read opens the file again.
 */
public final class SlideFile implements Closeable {

	private final Path file;
	private final long size;
	private FileChannel channel;
	private boolean closed;

	public SlideFile(Path file) throws IOException {
		this.file = file;
		this.channel = FileChannel.open(file, StandardOpenOption.READ);
		this.size = channel.size();
	}

	public Path path() {
		return file;
	}

	/** Opens a file of the same folder. @throws ImageFormatException as {@link #siblingPath} */
	public SlideFile sibling(String name) throws IOException {
		return new SlideFile(siblingPath(name));
	}

	/**
	 * A file of the same folder.
	 *
	 * @param name as a file gives it, which may be an attack: it must not lead out of the folder
	 * @throws ImageFormatException if there is no such file
	 */
	public Path siblingPath(String name) throws ImageFormatException {
		if (!hasSibling(name))
			throw new ImageFormatException(
					"Parts of the slide lie in other files, and one of them is missing. Put all of them into one folder.");
		return file.toAbsolutePath().resolveSibling(name);
	}

	/** Whether there is a file of that name in the same folder, and not elsewhere. */
	public boolean hasSibling(String name) {
		boolean plain = !name.isBlank() && name.indexOf('/') < 0 && name.indexOf('\\') < 0 && name.indexOf(0) < 0;
		try {
			return plain && Files.isRegularFile(file.toAbsolutePath().resolveSibling(name), LinkOption.NOFOLLOW_LINKS);
		} catch (InvalidPathException e) {
			return false;
		}
	}

	/** In bytes. */
	public long size() {
		return size;
	}

	/**
	 * Fills {@code target} from its position to its limit and flips it.
	 *
	 * @throws EOFException if the file ends before
	 */
	public ByteBuffer read(long offset, ByteBuffer target) throws IOException {
		if (offset < 0 || offset > size - target.remaining()) throw new EOFException("The file ends too early.");
		int start = target.position();
		while (true)
			try {
				fill(channel(), offset, target.position(start));
				return target.flip();
			} catch (ClosedByInterruptException e) {
				throw e;
			} catch (ClosedChannelException e) {
				reopen();
			}
	}

	/** Reads so many bytes. @throws EOFException if the file ends before */
	public byte[] read(long offset, int count) throws IOException {
		if (count < 0 || offset < 0 || offset > size - count) throw new EOFException("The file ends too early.");
		byte[] bytes = new byte[count];
		read(offset, ByteBuffer.wrap(bytes));
		return bytes;
	}

	private static void fill(FileChannel channel, long offset, ByteBuffer target) throws IOException {
		long at = offset;
		while (target.hasRemaining()) {
			int count = channel.read(target, at);
			if (count < 0) throw new EOFException("The file ends too early.");
			at += count;
		}
	}

	private synchronized FileChannel channel() throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		return channel;
	}

	private synchronized void reopen() throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		if (channel.isOpen()) return;
		channel = FileChannel.open(file, StandardOpenOption.READ);
		if (channel.size() != size)
			throw new ImageFormatException("The file has changed since it was opened. Open it again.");
	}

	@Override
	public synchronized void close() throws IOException {
		closed = true;
		channel.close();
	}
}
