package org.annotomy.dicom.scan;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.annotomy.dicom.part10.HeaderScanBenchmark;
import org.annotomy.image.ImageReader;
import org.annotomy.image.ImageReaders;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.annotomy.testing.OutsideTool;

import com.sun.management.OperatingSystemMXBean;

/**
 * A scan of 10,000 files in 100 folders as the window of studies makes it, somebody watching: nothing known, all known, and how long it
 * takes to stop once that is asked for in the middle. Beside it, where they are installed, gdcmscanner and dcmdump look for the same nine attributes.
 */
public final class LargeFolderBenchmark {

	private static final int FOLDERS = 100;
	private static final int IN_EACH = 100;
	private static final int WARM_UP = 3;
	private static final int RUNS = 7;
	private static final List<String> TAGS = List.of("0010,0020", "0020,000d", "0020,000e", "0008,0018", "0008,0060", "0020,0011",
			"0020,0013", "0028,0010", "0028,0011");

	private final PrintStream out = System.out;
	private final OperatingSystemMXBean java = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
	private final Path folder;
	private final List<ImageReader> readers = ImageReaders.discover().readers();

	private LargeFolderBenchmark(Path folder) {
		this.folder = folder;
	}

	/** @param args a folder; the files are used from there, or made there */
	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		for (int i = 0; i < FOLDERS; i++) {
			Path part = folder.resolve("d" + i);
			if (Files.exists(part)) continue;
			HeaderScanBenchmark.generate(Files.createDirectories(part), i * IN_EACH, IN_EACH);
		}
		LargeFolderBenchmark benchmark = new LargeFolderBenchmark(folder);
		benchmark.scans();
		benchmark.cancels();
		benchmark.peers();
	}

	/** Notes how often it is told of, and when it last was. */
	private static final class Watcher implements Progress {

		private final AtomicInteger told = new AtomicInteger();
		private final AtomicLong last = new AtomicLong(System.nanoTime());
		private final AtomicLong longestGap = new AtomicLong();
		private final int cancelAfter;
		private final AtomicInteger asked = new AtomicInteger();
		private final AtomicLong cancelledAt = new AtomicLong();

		Watcher(int cancelAfter) {
			this.cancelAfter = cancelAfter;
		}

		@Override
		public void update(double fraction, String doing) {
			long now = System.nanoTime();
			longestGap.accumulateAndGet(now - last.getAndSet(now), Math::max);
			told.incrementAndGet();
		}

		@Override
		public boolean isCancelled() {
			boolean cancelled = asked.incrementAndGet() > cancelAfter;
			if (cancelled) cancelledAt.compareAndSet(0, System.nanoTime());
			return cancelled;
		}
	}

	private void scans() throws IOException {
		Path kept = Files.createTempDirectory("annotomy-scan-cache");
		Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
		for (boolean cached : new boolean[]{false, true}) {
			double[] seconds = new double[RUNS];
			double[] processor = new double[RUNS];
			int images = 0;
			Watcher watcher = null;
			for (int run = -WARM_UP; run < RUNS; run++) {
				watcher = new Watcher(Integer.MAX_VALUE);
				long cpu = java.getProcessCpuTime();
				long start = System.nanoTime();
				try (StudyScan scan = StudyScan.with(cached ? HeaderCache.open(kept, later) : null, List.of(folder), readers)) {
					scan.run(watcher);
					images = scan.studies().stream().mapToInt(study -> study.row().images()).sum();
				}
				seconds[Math.max(0, run)] = (System.nanoTime() - start) / 1e9;
				processor[Math.max(0, run)] = (java.getProcessCpuTime() - cpu) / 1e9;
			}
			tell(cached ? "all known" : "nothing known", seconds);
			tell("   processor time of the whole program", processor);
			out.printf("   %d images; told %d times, at most %.0f ms apart%n", images, watcher.told.get(),
					watcher.longestGap.get() / 1e6);
		}
	}

	private void cancels() throws IOException {
		double[] seconds = new double[RUNS];
		int seen = 0;
		for (int run = 0; run < RUNS; run++) {
			Watcher watcher = new Watcher(FOLDERS * IN_EACH * 3 / 2);
			try (StudyScan scan = StudyScan.with(null, List.of(folder), readers)) {
				try {
					scan.run(watcher);
					throw new IllegalStateException("not cancelled");
				} catch (CancelledException e) {
					seconds[run] = (System.nanoTime() - watcher.cancelledAt.get()) / 1e9;
				}
				seen = scan.studies().stream().mapToInt(study -> study.row().images()).sum();
			}
		}
		tell("from cancel to the end", seconds);
		out.printf("   %d images were found by then%n", seen);
	}

	private void peers() throws Exception {
		List<String> scanner = new ArrayList<>(List.of("gdcmscanner", "-d", folder.toString(), "-r"));
		List<String> dump = new ArrayList<>(List.of("dcmdump", "-q", "+sd", "+r"));
		for (String tag : TAGS) {
			scanner.addAll(List.of("-t", tag));
			dump.addAll(List.of("+P", tag));
		}
		dump.add(folder.toString());
		for (List<String> command : List.of(scanner, dump)) {
			if (!OutsideTool.isInstalled(command.get(0))) continue;
			double[] seconds = new double[RUNS];
			for (int run = -1; run < RUNS; run++) {
				long start = System.nanoTime();
				int exit = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
						.redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
				if (exit != 0) out.printf("%s ends with %d%n", command.get(0), exit);
				seconds[Math.max(0, run)] = (System.nanoTime() - start) / 1e9;
			}
			tell(command.get(0), seconds);
		}
	}

	private void tell(String what, double[] seconds) {
		Arrays.sort(seconds);
		out.printf("%s: median %.3f s, min %.3f, max %.3f%n", what, seconds[seconds.length / 2], seconds[0],
				seconds[seconds.length - 1]);
	}
}
