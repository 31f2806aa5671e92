package org.annotomy.store.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** {@link FileLayer} over {@link Files}. */
final class DiskLayer implements FileLayer {

	private static final int REPLACE_ATTEMPTS = 7;
	private static final long FIRST_WAIT_NANOS = 50_000_000;

	@Override
	public boolean exists(Path file) throws IOException {
		try {
			Files.readAttributes(file, BasicFileAttributes.class);
			return true;
		} catch (NoSuchFileException e) {
			return false;
		}
	}

	@Override
	public long size(Path file) throws IOException {
		return Files.size(file);
	}

	@Override
	public InputStream read(Path file) throws IOException {
		return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
	}

	@Override
	public OpenFile create(Path file) throws IOException {
		Files.deleteIfExists(file);
		return new DiskFile(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
	}

	@Override
	public OpenFile append(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
		channel.position(channel.size());
		return new DiskFile(channel);
	}

	@Override
	public void createWhole(Path file, byte[] content) throws IOException {
		Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
		try {
			try (OpenFile out = create(draft)) {
				out.write(ByteBuffer.wrap(content));
				out.force();
			}
			linkOrCreate(file, draft, content);
		} finally {
			Files.deleteIfExists(draft);
		}
	}

	private static void linkOrCreate(Path file, Path draft, byte[] content) throws IOException {
		try {
			Files.createLink(file, draft);
		} catch (FileAlreadyExistsException e) {
			throw e;
		} catch (UnsupportedOperationException | FileSystemException e) {
			Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		}
	}

	@Override
	public void move(Path from, Path to) throws IOException {
		Files.move(from, to);
	}

	@Override
	public void replace(Path from, Path to) throws IOException {
		keepModeAndGroup(to, from);
		long wait = FIRST_WAIT_NANOS;
		for (int attempt = 1;; attempt++)
			try {
				moveOver(from, to);
				return;
			} catch (AccessDeniedException e) {
				if (attempt == REPLACE_ATTEMPTS) throw e;
				LockSupport.parkNanos(wait);
				wait *= 2;
			}
	}

	private static void moveOver(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void keepModeAndGroup(Path model, Path file) {
		try {
			PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
			if (view == null) return;
			PosixFileAttributes wanted = Files.readAttributes(model, PosixFileAttributes.class);
			if (!view.readAttributes().group().equals(wanted.group())) view.setGroup(wanted.group());
			view.setPermissions(wanted.permissions());
		} catch (IOException | UnsupportedOperationException e) {
			// Not ours to give away, or nothing to take after: the file keeps what a new file gets.
		}
	}

	@Override
	public void delete(Path file) throws IOException {
		Files.deleteIfExists(file);
	}

	@Override
	public void createFolders(Path folder) throws IOException {
		Path existing = folder;
		while (existing != null && !Files.exists(existing))
			existing = existing.getParent();
		if (folder.equals(existing)) return;
		Files.createDirectories(folder);
		for (Path made = folder; made != null && !made.equals(existing); made = made.getParent()) {
			hide(made);
			forceFolder(made.getParent());
		}
	}

	/** Windows does not hide names that begin with a point by itself. */
	private static void hide(Path folder) {
		try {
			if (folder.getFileName().toString().startsWith(".") && Files.getFileStore(folder).supportsFileAttributeView("dos"))
				Files.setAttribute(folder, "dos:hidden", true);
		} catch (IOException | UnsupportedOperationException e) {
			// Then it is seen: no harm.
		}
	}

	@Override
	public List<Path> list(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		} catch (NoSuchFileException e) {
			return List.of();
		}
	}

	@Override
	public void forceFolder(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		} catch (IOException e) {
			// Windows and some network folders cannot; they write names through by themselves.
		}
	}

	@Override
	public long freeBytes(Path folder) {
		try {
			return Files.getFileStore(folder).getUsableSpace();
		} catch (IOException e) {
			return Long.MAX_VALUE;
		}
	}

	@Override
	public boolean isReadOnly(Path folder) {
		try {
			return Files.getFileStore(folder).isReadOnly() || Files.isDirectory(folder) && !Files.isWritable(folder);
		} catch (IOException e) {
			return false;
		}
	}

	/** A file through its channel. */
	private record DiskFile(FileChannel channel) implements OpenFile {

		@Override
		public void write(ByteBuffer bytes) throws IOException {
			while (bytes.hasRemaining())
				channel.write(bytes);
		}

		@Override
		public void force() throws IOException {
			channel.force(true);
		}

		@Override
		public void truncate(long size) throws IOException {
			channel.truncate(size);
			channel.position(size);
		}

		@Override
		public long size() throws IOException {
			return channel.size();
		}

		@Override
		public void close() throws IOException {
			channel.close();
		}
	}
}
