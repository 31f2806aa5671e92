package org.annotomy.dicom.series;

/** Counts the bytes that pixels are about to take, so that what does not fit is decoded on demand instead. Safe for use by several threads. */
final class MemoryBudget {

	private final long limit;
	private final boolean measured;
	private long available;
	private long taken;

	private MemoryBudget(long limitBytes, boolean measured) {
		this.limit = limitBytes;
		this.measured = measured;
		this.available = measured ? Math.min(limitBytes, nearlyAll(unused())) : limitBytes;
	}

	MemoryBudget(long limitBytes) {
		this(limitBytes, false);
	}

	/** Most of what this Java may use and does not use yet. */
	static MemoryBudget ofThisJava() {
		return new MemoryBudget(Runtime.getRuntime().maxMemory() / 10 * 9, true);
	}

	/** Whether there is room for so much; then it counts as taken. */
	synchronized boolean take(long bytes) {
		if (taken + bytes > available && measured && taken + bytes <= limit) collect();
		if (taken + bytes > available) return false;
		taken += bytes;
		return true;
	}

	/** What looks used may be garbage. */
	private void collect() {
		System.gc();
		available = Math.min(limit, nearlyAll(unused() + taken));
	}

	private static long unused() {
		Runtime java = Runtime.getRuntime();
		return java.maxMemory() - java.totalMemory() + java.freeMemory();
	}

	private static long nearlyAll(long bytes) {
		return bytes / 20 * 19;
	}
}
