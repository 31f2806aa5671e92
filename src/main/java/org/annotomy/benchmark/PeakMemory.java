package org.annotomy.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The most memory that the process held, over what it held when it was last asked to remember. It is the larger of two numbers: the
 * resident memory of the whole process (on Linux, as the peers' harness reads it), in which memory that the heap held from before counts
 * for nothing; and the sum of the peaks of all pools of the heap, which misses what lies outside the heap.
 */
final class PeakMemory {

	private static final Path STATUS = Path.of("/proc/self/status");
	private static final Path RESET = Path.of("/proc/self/clear_refs");

	private final long resident;
	private final long heap;

	private PeakMemory(long resident, long heap) {
		this.resident = resident;
		this.heap = heap;
	}

	/** What the process holds now. */
	static PeakMemory now() {
		reset();
		return new PeakMemory(resident(), heapPeak());
	}

	/** Collects garbage and forgets the peaks. */
	static void reset() {
		System.gc();
		heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
		try {
			if (Files.isWritable(RESET)) Files.writeString(RESET, "5");
		} catch (IOException e) {
			// The kernel may forbid it; then the peak is that of the whole life of the process.
		}
	}

	/** The peak since {@link #reset} over what this remembers. */
	long bytesOver() {
		return Math.max(resident() - resident, heapPeak() - heap);
	}

	/** A pool writes its peak down when garbage is collected; what came after that is in it still. */
	private static long heapPeak() {
		return heapPools().stream().mapToLong(pool -> Math.max(pool.getPeakUsage().getUsed(), pool.getUsage().getUsed())).sum();
	}

	private static List<MemoryPoolMXBean> heapPools() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
	}

	/** @return 0 if the system does not tell */
	private static long resident() {
		if (!Files.isReadable(STATUS)) return 0;
		try {
			for (String line : Files.readAllLines(STATUS))
				if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) << 10;
		} catch (IOException | NumberFormatException e) {
			return 0;
		}
		return 0;
	}
}
