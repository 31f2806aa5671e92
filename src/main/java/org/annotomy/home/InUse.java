package org.annotomy.home;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a file or folder of a cache where it is, against this program and others, until it is closed or the program ends, however that
 * happens: a locked file in a folder beside it. Not in it, where whoever reads all files would break the lock. On a file system without locks the
 * file alone counts, for a week.
 */
public final class InUse implements Closeable {

	private static final String MARKS = ".in-use";
	private static final Duration BELIEVED_WITHOUT_LOCK = Duration.ofDays(7);

	private final Path mark;
	private final FileChannel channel;

	private InUse(Path mark, FileChannel channel) {
		this.mark = mark;
		this.channel = channel;
	}

	/**
	 * From now on it is in use. Where nothing is {@link #prepare prepared} nothing is ever removed: there this does nothing.
	 *
	 * @param folder or file; it need not be there yet
	 *
	 * @throws IOException if that cannot be noted
	 */
	public static InUse of(Path folder) throws IOException {
		return of(folder, FileChannel::lock);
	}

	/** Locks a file. */
	@FunctionalInterface
	interface Locking {

		/** @return null if another program has it */
		FileLock lock(FileChannel channel) throws IOException;
	}

	static InUse of(Path folder, Locking locking) throws IOException {
		Path marks = marks(folder);
		if (!Files.isDirectory(marks)) return new InUse(null, null);
		while (true) {
			Path mark = Files.createTempFile(marks, folder.getFileName() + "." + thisProcess() + ".", "");
			FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE);
			try {
				locking.lock(channel);
			} catch (IOException e) {
				return new InUse(mark, channel);
			}
			// Between the two steps it may have been taken for one that was left behind.
			if (Files.exists(mark)) return new InUse(mark, channel);
			channel.close();
		}
	}

	/** What lies in {@code root} may be in use from now on. */
	public static void prepare(Path root) throws IOException {
		UserFolder.makePrivate(root.resolve(MARKS));
	}

	/** Whether a folder holds the marks of what is in use. */
	public static boolean isForMarks(Path folder) {
		return folder.endsWith(MARKS);
	}

	/** Whether this program or another one uses a folder or file. @throws IOException if that cannot be told */
	public static boolean isUsed(Path folder) throws IOException {
		return isUsed(folder, FileChannel::tryLock);
	}

	static boolean isUsed(Path folder, Locking locking) throws IOException {
		Path marks = marks(folder);
		if (!Files.isDirectory(marks)) return false;
		boolean used = false;
		try (Stream<Path> files = Files.list(marks)) {
			String name = folder.getFileName() + ".";
			List<Path> of = files.filter(file -> file.getFileName().toString().startsWith(name)).toList();
			for (Path mark : of)
				used |= !wasLeftBehind(mark, name, locking);
		}
		return used;
	}

	/** Our own are not looked at: to open and close them would break their locks. */
	private static boolean wasLeftBehind(Path mark, String name, Locking locking) throws IOException {
		if (mark.getFileName().toString().startsWith(name + thisProcess() + ".")) return false;
		try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE); FileLock lock = locking.lock(channel)) {
			if (lock == null) return false;
		} catch (NoSuchFileException e) {
			return true;
		} catch (OverlappingFileLockException e) {
			return false;
		} catch (IOException e) {
			Instant since = Files.getLastModifiedTime(mark).toInstant();
			if (since.isAfter(Instant.now().minus(BELIEVED_WITHOUT_LOCK))) return false;
		}
		Files.deleteIfExists(mark);
		return true;
	}

	private static Path marks(Path folder) {
		return folder.toAbsolutePath().resolveSibling(MARKS);
	}

	/** Its number alone may have been another's before. */
	private static String thisProcess() {
		ProcessHandle process = ProcessHandle.current();
		return process.pid() + "-" + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
	}

	@Override
	public void close() throws IOException {
		if (channel == null) return;
		channel.close();
		Files.deleteIfExists(mark);
	}
}
