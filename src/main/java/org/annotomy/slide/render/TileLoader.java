package org.annotomy.slide.render;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/**
 * Tiles of a slide for a view that moves: what is cached at once, the rest by two threads in the background, the latest request first. A
 * request that a later frame no longer needs is dropped; a tile that two ask for is read once; a broken tile is not tried again, one that
 * could not be reached after a few seconds. The coarse levels have a cache of their own, so that there is always something to show. Safe for use by several threads.
 */
public final class TileLoader implements Closeable {

	private static final int THREADS = 2;
	private static final int IDLE_MS = 2000;
	/** Requests older than so many frames are dropped. */
	private static final int FRESH_FRAMES = 3;
	/** The frame of requests that do not grow old. */
	private static final long KEPT = Long.MAX_VALUE;
	private static final int COARSE_SHARE = 8;
	private static final int MOST_FAILURES = 4096;
	private static final int MOST_REQUESTS = 4096;
	private static final int MOST_IN_PART = 1 << 14;
	private static final int HEAP_SHARE = 6;
	private static final long LEAST_BYTES = 32L << 20;
	private static final long MOST_BYTES = 512L << 20;

	/** So long a server that does not answer, or a memory that is full, is left in peace. */
	private static final long RETRY_NS = 5_000_000_000L;

	private record Request(TileAddress address, long frame) {}

	/** @param again whether it may be tried again, from the time {@code until} on */
	private record Failure(String words, boolean again, long until) {}

	private final Slide slide;
	private final Runnable loaded;
	private final LongSupplier nanos;
	private final TileCache fine;
	private final TileCache coarse;
	private final int firstCoarse;
	private final ArrayDeque<Request> queue = new ArrayDeque<>();
	private final Map<TileAddress, FutureTask<Tile>> reading = new HashMap<>();
	private final Map<TileAddress, Failure> failures = new LinkedHashMap<>() {
		@Override
		protected boolean removeEldestEntry(Map.Entry<TileAddress, Failure> eldest) {
			return size() > MOST_FAILURES;
		}
	};
	private final Map<TileAddress, Long> asked = new HashMap<>();
	/** Tiles of which rows were read lately. */
	private final Set<TileAddress> inPart = Collections.newSetFromMap(new LinkedHashMap<>() {
		@Override
		protected boolean removeEldestEntry(Map.Entry<TileAddress, Boolean> eldest) {
			return size() > MOST_IN_PART;
		}
	});
	private long frame;
	private int workers;
	private boolean closed;

	/**
	 * @param slide stays open for as long as this is used; not closed here
	 * @param cacheBytes for all tiles together
	 * @param loaded told after each tile that came in the background, on the thread that read it
	 */
	public TileLoader(Slide slide, long cacheBytes, Runnable loaded) {
		this(slide, cacheBytes, loaded, System::nanoTime);
	}

	/** @param nanos what time it is */
	TileLoader(Slide slide, long cacheBytes, Runnable loaded, LongSupplier nanos) {
		this.nanos = nanos;
		this.slide = Objects.requireNonNull(slide, "slide");
		this.loaded = Objects.requireNonNull(loaded, "loaded");
		long coarseBytes = cacheBytes / COARSE_SHARE;
		coarse = new TileCache(slide.facts().kind(), coarseBytes);
		fine = new TileCache(slide.facts().kind(), cacheBytes - coarseBytes);
		firstCoarse = firstCoarse(slide, coarseBytes);
	}

	/** A sixth of the memory that Java may use, between 32 and 512 MB. */
	public static long usualBytes() {
		return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
	}

	/** The finest level that fits into the coarse cache together with all coarser ones. */
	private static int firstCoarse(Slide slide, long bytes) {
		List<PyramidLevel> levels = slide.levels();
		double left = bytes;
		int first = levels.size();
		while (first > 0) {
			PyramidLevel level = levels.get(first - 1);
			left -= (double) level.width() * level.height() * slide.facts().kind().bytes() * slide.facts().channels().size();
			if (left < 0) return first;
			first--;
		}
		return first;
	}

	/** The tile if it is at hand, else null. Never waits. */
	public Tile cached(TileAddress address) {
		return cacheOf(address).get(address);
	}

	/** A new frame begins: what only older ones asked for will be forgotten. */
	public synchronized void nextFrame() {
		frame++;
	}

	/** Has the tile loaded in the background, before all that was asked for earlier. Does nothing if it is at hand, broken or on its way. */
	public synchronized void request(TileAddress address) {
		if (closed || isGivenUp(address) || reading.containsKey(address)) return;
		Long before = asked.put(address, frame);
		if (before != null && before == frame) return;
		queue.addLast(new Request(address, frame));
		if (queue.size() > MOST_REQUESTS) forget(queue.removeFirst());
		if (workers < THREADS) startWorker();
		notifyAll();
	}

	/** Has the tile loaded in the background, after all that frames ask for, and whatever frames come meanwhile. */
	public synchronized void requestKept(TileAddress address) {
		if (closed || isGivenUp(address) || reading.containsKey(address) || asked.containsKey(address)) return;
		asked.put(address, KEPT);
		queue.addFirst(new Request(address, KEPT));
		if (workers < THREADS) startWorker();
		notifyAll();
	}

	/**
	 * The tile, read now on this thread if it is not at hand.
	 *
	 * @throws IOException in words for the user; also after {@link #close}
	 */
	public Tile load(TileAddress address) throws IOException {
		Tile tile = cached(address);
		if (tile != null) return tile;
		FutureTask<Tile> task;
		synchronized (this) {
			if (closed) throw new IOException("The slide is closed.");
			task = reading.computeIfAbsent(address, a -> new FutureTask<>(() -> slide.readTile(a)));
		}
		task.run();
		return finish(address, task);
	}

	/**
	 * Rows of a tile for somebody who may not come back: only these are read, and not kept, if the tile is not at hand and they come sooner than
	 * all of it. Who asks for rows of the same tile again makes it one to be kept.
	 *
	 * @param from first row within the tile
	 * @throws IOException in words for the user; also after {@link #close}
	 */
	TileRows load(TileAddress address, int from, int rows) throws IOException {
		if (rows >= slide.levelOf(address).heightOf(address.row()) || cached(address) != null || isAskedAgain(address))
			return new TileRows(load(address), 0);
		try {
			Optional<Tile> some = slide.readRows(address, from, rows);
			return some.isPresent() ? new TileRows(some.get(), from) : new TileRows(load(address), 0);
		} catch (IOException e) {
			throw inWords(e);
		}
	}

	private synchronized boolean isAskedAgain(TileAddress address) throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		return reading.containsKey(address) || !inPart.add(address);
	}

	/** What is wrong with a tile; null as far as is known: nothing. */
	public synchronized String failure(TileAddress address) {
		Failure failure = failures.get(address);
		return failure == null ? null : failure.words();
	}

	/** How many tiles cannot be read, and what is wrong with the last of them, for the user; empty if all can. */
	public synchronized String troubles() {
		String last = "";
		for (Failure failure : failures.values())
			last = failure.words();
		if (failures.isEmpty()) return "";
		return (failures.size() == 1 ? "one tile" : failures.size() + " tiles") + " cannot be read: " + last;
	}

	private boolean isGivenUp(TileAddress address) {
		Failure failure = failures.get(address);
		return failure != null && !(failure.again() && nanos.getAsLong() - failure.until() >= 0);
	}

	/** Whether nothing is asked for or on its way. */
	public synchronized boolean isIdle() {
		return queue.isEmpty() && reading.isEmpty();
	}

	/** Bytes of all cached tiles. */
	public long cachedBytes() {
		return fine.bytes() + coarse.bytes();
	}

	/** Upper bound of {@link #cachedBytes}. */
	public long maxBytes() {
		return fine.maxBytes() + coarse.maxBytes();
	}

	/** Forgets all tiles and ends the threads. The slide is left open. */
	@Override
	public synchronized void close() {
		closed = true;
		queue.clear();
		asked.clear();
		failures.clear();
		fine.clear();
		coarse.clear();
		notifyAll();
	}

	private TileCache cacheOf(TileAddress address) {
		return address.level() >= firstCoarse ? coarse : fine;
	}

	private Tile finish(TileAddress address, FutureTask<Tile> task) throws IOException {
		try {
			Tile tile = task.get();
			synchronized (this) {
				reading.remove(address, task);
				failures.remove(address);
				if (!closed) cacheOf(address).put(address, tile);
			}
			return tile;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Reading was interrupted.");
		} catch (ExecutionException e) {
			IOException failure = inWords(e.getCause());
			synchronized (this) {
				reading.remove(address, task);
				if (!closed)
					failures.put(address,
							new Failure(String.valueOf(failure.getMessage()), isPassing(e.getCause()),
									nanos.getAsLong() + RETRY_NS));
			}
			throw failure;
		}
	}

	/** Whether it may go well another time: what is at fault is not the file. */
	private static boolean isPassing(Throwable cause) {
		return cause instanceof OutOfMemoryError || cause instanceof IOException && !(cause instanceof ImageFormatException);
	}

	private static IOException inWords(Throwable cause) {
		if (cause instanceof ClosedByInterruptException) return new InterruptedIOException("Reading was interrupted.");
		if (cause instanceof FileSystemException) // its message is the path, which may name the patient
			return new IOException(
					"A file of the slide is not there any more, or may not be read. See whether its disk or folder is"
							+ " connected.",
					cause);
		if (cause instanceof IOException e) return e;
		if (cause instanceof OutOfMemoryError)
			return new ImageFormatException("There is not enough free memory for a tile of this slide. Close other images or "
					+ "raise the limit in Edit > Options > Memory & Threads.", cause);
		return new ImageFormatException("A tile of the slide is broken and cannot be decoded.", cause);
	}

	private void startWorker() {
		Thread thread = new Thread(this::work, "annotomy-tiles");
		thread.setDaemon(true);
		workers++;
		thread.start();
	}

	private void work() {
		for (TileAddress next = next(); next != null; next = next())
			try {
				load(next);
				loaded.run();
			} catch (IOException e) {
				// It is noted; the view shows what coarser levels have.
				loaded.run();
			}
	}

	/** Waits for work; null after two seconds without any, when the thread ends. */
	private synchronized TileAddress next() {
		try {
			while (true) {
				Request latest = queue.pollLast();
				if (latest == null) {
					if (closed || !waitForWork()) return ended();
				} else if (isWanted(latest)) return latest.address();
			}
		} catch (InterruptedException e) {
			return ended();
		}
	}

	private TileAddress ended() {
		workers--;
		return null;
	}

	private boolean waitForWork() throws InterruptedException {
		long until = System.nanoTime() + IDLE_MS * 1_000_000L;
		while (queue.isEmpty() && !closed) {
			long left = (until - System.nanoTime()) / 1_000_000L;
			if (left <= 0) return false;
			wait(left);
		}
		return !closed;
	}

	private boolean isWanted(Request request) {
		Long latest = asked.get(request.address());
		if (latest == null || latest != request.frame()) return false;
		asked.remove(request.address());
		return request.frame() >= frame - FRESH_FRAMES && !reading.containsKey(request.address());
	}

	private void forget(Request request) {
		asked.remove(request.address(), request.frame());
	}
}
