package org.annotomy.dicom.series;

import java.util.function.LongSupplier;

/** Counts the bytes that pixels are about to take, so that what does not fit is decoded on demand instead. Safe for use by several threads. */
final class MemoryBudget {

	private final long limit;
	private final LongSupplier unused;
	/** Null once it has been done: what is full then stays so, and a collection may take seconds. */
	private Runnable collection;
	private long available;
	private long taken;

	/**
	 * @param unused bytes of memory that nobody uses, as far as that is known
	 * @param collection makes more of them known
	 */
	MemoryBudget(long limitBytes, LongSupplier unused, Runnable collection) {
		this.limit = limitBytes;
		this.unused = unused;
		this.collection = collection;
		this.available = Math.min(limitBytes, nearlyAll(unused.getAsLong()));
	}

	/** A fixed number of bytes. */
	MemoryBudget(long limitBytes) {
		this(limitBytes, () -> Long.MAX_VALUE, null);
	}

	/** Most of what this Java may use and does not use yet. */
	static MemoryBudget ofThisJava() {
		return new MemoryBudget(Runtime.getRuntime().maxMemory() / 10 * 9, MemoryBudget::unused, System::gc);
	}

	/** Whether there is room for so much; then it counts as taken. */
	synchronized boolean take(long bytes) {
		if (taken + bytes > available && collection != null && taken + bytes <= limit) collect();
		if (taken + bytes > available) return false;
		taken += bytes;
		return true;
	}

	/** What looks used may be garbage. */
	private void collect() {
		collection.run();
		collection = null;
		available = Math.min(limit, nearlyAll(unused.getAsLong() + taken));
	}

	private static long unused() {
		Runtime java = Runtime.getRuntime();
		return java.maxMemory() - java.totalMemory() + java.freeMemory();
	}

	private static long nearlyAll(long bytes) {
		return bytes / 20 * 19;
	}
}
