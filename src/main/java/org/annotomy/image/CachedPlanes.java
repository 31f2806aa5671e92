package org.annotomy.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Planes on demand at constant memory: a cache of bounded size, the least recently used plane out first, and a few threads that load
 * ahead in the direction in which planes are asked for. A plane that two threads ask for is loaded once. Safe for use by several threads.
 */
public final class CachedPlanes implements Closeable {

	private static final int MAX_THREADS = 4;
	private static final int IDLE_SECONDS = 2;
	/** So many planes are loaded ahead, if the cache has room for twice as many. */
	private static final int AHEAD = 8;
	private static final int HEAP_SHARE = 8;
	private static final long MIN_CACHE_BYTES = 16L << 20;
	private static final long MAX_CACHE_BYTES = 512L << 20;

	private final PlaneSource source;
	private final int count;
	private final long planeBytes;
	private final int capacity;
	private final boolean readable;
	private final Map<Integer, Load> planes;
	private final ThreadPoolExecutor pool;
	private int last = -1;
	private int lastStep;
	private boolean closed;

	/** @param capacity how many planes are kept, at least 1 */
	CachedPlanes(PlaneSource source, int count, long planeBytes, int capacity) {
		this(source, count, planeBytes, capacity, true);
	}

	private CachedPlanes(PlaneSource source, int count, long planeBytes, int capacity, boolean readable) {
		this.readable = readable;
		this.source = source;
		this.count = count;
		this.planeBytes = planeBytes;
		this.capacity = capacity;
		this.planes = new LinkedHashMap<>(16, 0.75f, true) {
			private static final long serialVersionUID = 1;

			@Override
			protected boolean removeEldestEntry(Map.Entry<Integer, Load> eldest) {
				return size() > capacity;
			}
		};
		int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
		this.pool = new ThreadPoolExecutor(threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				CachedPlanes::daemon);
		pool.allowCoreThreadTimeOut(true);
	}

	/**
	 * A cache of an eighth of the memory that Java may use, between 16 and 512 MB; at least one plane.
	 *
	 * @param count number of planes
	 * @param planeBytes size of one plane
	 */
	public static CachedPlanes of(PlaneSource source, int count, long planeBytes) {
		long share = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
		long bytes = Math.max(MIN_CACHE_BYTES, Math.min(MAX_CACHE_BYTES, share));
		return new CachedPlanes(source, count, planeBytes, (int) Math.max(1, Math.min(count, bytes / Math.max(1, planeBytes))));
	}

	/** Planes that nobody can have, since they are too large for it: asking for one fails with the reason, in words for the user. */
	public static CachedPlanes outOfReach(int count, String reason) {
		return new CachedPlanes(index -> {
			throw new ImageFormatException(reason);
		}, count, 0, 1, false);
	}

	/** Whether planes can be had at all: see {@link #outOfReach}. */
	public boolean isReadable() { return readable; }

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "annotomy-planes");
		thread.setDaemon(true);
		return thread;
	}

	/** How many planes there are. */
	public int count() {
		return count;
	}

	/** The same planes in another form, with a cache of its own. @param convert may change the array it is given and return it */
	public CachedPlanes map(UnaryOperator<Object> convert, long newPlaneBytes) {
		return of(new Converted(source, convert), count, newPlaneBytes);
	}

	private record Converted(PlaneSource source, UnaryOperator<Object> convert) implements PlaneSource {

		@Override
		public Object load(int index) throws IOException {
			return convert.apply(source.load(index));
		}

		@Override
		public void close() throws IOException {
			source.close();
		}
	}

	/**
	 * One plane; from the cache or loaded now. The array is shared: do not change it.
	 *
	 * @throws IOException in words for the user; the next call tries again
	 * @throws IndexOutOfBoundsException if there is no such plane
	 */
	public Object plane(int index) throws IOException {
		if (index < 0 || index >= count)
			throw new IndexOutOfBoundsException("There is no plane " + index + ": there are " + count + ".");
		Load task = wanted(index);
		task.run();
		try {
			return task.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Reading was interrupted.");
		} catch (ExecutionException e) {
			forget(index, task);
			// That loading ahead failed says nothing about now: memory may have been short, or a disk away.
			if (task.ahead) return plane(index);
			throw failure(e.getCause());
		}
	}

	/** Loads a plane, once. */
	private static final class Load extends FutureTask<Object> {

		private final boolean ahead;

		/** @param ahead whether nobody has asked for the plane yet */
		Load(PlaneSource source, int index, boolean ahead) {
			super(() -> source.load(index));
			this.ahead = ahead;
		}
	}

	private static IOException failure(Throwable cause) {
		if (cause instanceof IOException e) return e;
		if (cause instanceof OutOfMemoryError)
			return new ImageFormatException("There is not enough free memory for this image. Close other images or raise the "
					+ "limit in Edit > Options > Memory & Threads.", cause);
		return new ImageFormatException("The image is broken here and cannot be decoded.", cause);
	}

	/** The plane's task, and those of the planes that will probably be asked for next. */
	private synchronized Load wanted(int index) {
		Load task = planes.get(index);
		if (task == null) task = new Load(source, index, false);
		if (closed) return task;
		planes.put(index, task);
		int step = index - last;
		boolean steady = last >= 0 && step != 0 && (Math.abs(step) == 1 || step == lastStep);
		if (step != 0) {
			if (step != lastStep) dropQueue();
			last = index;
			lastStep = step;
		}
		if (steady) loadAhead(index, step);
		return task;
	}

	private void loadAhead(int index, int step) {
		for (int k = 1; k <= Math.min(AHEAD, capacity / 2); k++) {
			long next = index + (long) k * step;
			if (next < 0 || next >= count) return;
			if (planes.containsKey((int) next)) continue;
			Load task = new Load(source, (int) next, true);
			planes.put((int) next, task);
			pool.execute(new Ahead((int) next, task));
		}
	}

	/** Runs a task unless its plane was dropped meanwhile. */
	private final class Ahead implements Runnable {

		private final int index;
		private final Load task;

		Ahead(int index, Load task) {
			this.index = index;
			this.task = task;
		}

		@Override
		public void run() {
			synchronized (CachedPlanes.this) {
				if (planes.get(index) != task) return;
			}
			task.run();
		}
	}

	private void dropQueue() {
		List<Runnable> dropped = new ArrayList<>();
		pool.getQueue().drainTo(dropped);
		for (Runnable work : dropped)
			if (work instanceof Ahead ahead) planes.remove(ahead.index, ahead.task);
	}

	private synchronized void forget(int index, Load task) {
		planes.remove(index, task);
	}

	/** Bytes of the planes that are kept or being loaded; never more than the cache may hold. */
	public synchronized long cachedBytes() {
		return planes.size() * planeBytes;
	}

	/** Upper bound of {@link #cachedBytes}. */
	public long capacityBytes() {
		return capacity * planeBytes;
	}

	/** Empties the cache, stops loading ahead and closes the source. Planes can still be asked for, but are no longer kept. */
	@Override
	public void close() throws IOException {
		synchronized (this) {
			closed = true;
			dropQueue();
			planes.clear();
			pool.shutdown();
		}
		source.close();
	}
}
