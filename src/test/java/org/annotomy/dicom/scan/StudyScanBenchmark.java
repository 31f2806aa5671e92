package org.annotomy.dicom.scan;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.part10.HeaderScanBenchmark;
import org.annotomy.image.ImageReader;
import org.annotomy.image.ImageReaders;
import org.annotomy.task.Progress;

/**
 * A whole scan of the 3,000 files of {@link HeaderScanBenchmark}, as the window of studies makes it: the walk through the folder, all
 * headers, groups, and the list at the end. First without a cache, then with one that knows all files.
 */
public final class StudyScanBenchmark {

	private static final int WARM_UP = 10;
	private static final int RUNS = 15;

	private StudyScanBenchmark() {}

	/** @param args nothing, or a folder: as for {@link HeaderScanBenchmark} */
	public static void main(String[] args) throws Exception {
		Path folder = HeaderScanBenchmark.folder(args);
		List<ImageReader> readers = ImageReaders.discover().readers();
		Path kept = Files.createTempDirectory("annotomy-scan-cache");
		Clock later = Clock.offset(Clock.systemUTC(), java.time.Duration.ofHours(1));
		PrintStream out = System.out;
		for (boolean cached : new boolean[]{false, true}) {
			double[] seconds = new double[RUNS];
			int images = 0;
			for (int run = -WARM_UP; run < RUNS; run++) {
				long start = System.nanoTime();
				HeaderCache cache = cached ? HeaderCache.open(kept, later) : null;
				try (StudyScan scan = StudyScan.with(cache, List.of(folder), readers)) {
					scan.run(Progress.NONE);
					images = scan.studies().stream().mapToInt(study -> study.row().images()).sum();
				}
				seconds[Math.max(0, run)] = (System.nanoTime() - start) / 1e9;
			}
			Arrays.sort(seconds);
			out.printf("%s: median %.3f s, min %.3f, max %.3f (%d images)%n", cached ? "all known" : "nothing known",
					seconds[RUNS / 2], seconds[0], seconds[RUNS - 1], images);
		}
	}
}
