package org.annotomy.dicom.series;

import java.util.concurrent.atomic.AtomicLong;

import org.annotomy.image.ImageFormatException;

/** Counts the bytes that pixels are about to take, so that too large a series is refused before memory runs out. */
final class MemoryBudget {

	private final long limit;
	private final AtomicLong taken = new AtomicLong();

	MemoryBudget(long limitBytes) {
		this.limit = limitBytes;
	}

	/** Most of what this Java may use. */
	static MemoryBudget ofThisJava() {
		return new MemoryBudget(Runtime.getRuntime().maxMemory() / 10 * 9);
	}

	/** @throws ImageFormatException if there is not so much left */
	void take(long bytes) throws ImageFormatException {
		if (taken.addAndGet(bytes) > limit)
			throw new ImageFormatException("The images need more than the " + (limit >> 20)
					+ " MB of memory that are there. Give the program more memory, or open fewer images at once.");
	}
}
