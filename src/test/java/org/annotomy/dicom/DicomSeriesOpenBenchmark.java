package org.annotomy.dicom;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;

/**
 * Opens a CT series of 300 slices of 512 × 512 pixels, warm: header, sorting and pixels. Without an argument it makes the series in a
 * temporary folder; with one it uses the series that lies there, or makes it there. A plain program rather than JMH, because the heap
 * that it needs is part of the question: {@code -XX:+UseSerialGC -Xmx190m} leaves 1.2 times the pixels.
 */
public final class DicomSeriesOpenBenchmark {

	private static final int SLICES = 300;
	private static final int SIZE = 512;
	private static final int WARM_UP = 8;
	private static final int RUNS = 15;

	private DicomSeriesOpenBenchmark() {}

	/** @param args nothing, or a folder */
	public static void main(String[] args) throws IOException {
		Path folder = args.length > 0 ? Files.createDirectories(Path.of(args[0])) : Files.createTempDirectory("annotomy-ct");
		if (!Files.exists(folder.resolve("s0"))) generate(folder);
		double[] seconds = new double[RUNS];
		long sum = 0;
		for (int run = -WARM_UP; run < RUNS; run++) {
			long start = System.nanoTime();
			sum = sum(new DicomImageReader().read(folder, Progress.NONE).get(0), start, seconds, Math.max(0, run));
		}
		Arrays.sort(seconds);
		PrintStream out = System.out;
		out.printf("median %.3f s, min %.3f, max %.3f, max heap %d MB, sum of values %d%n", seconds[RUNS / 2], seconds[0],
				seconds[RUNS - 1], Runtime.getRuntime().maxMemory() >> 20, sum);
	}

	/** Stops the clock, then adds up; apart from the loop, so that no image outlives its run. */
	private static long sum(MedicalImage image, long start, double[] seconds, int run) {
		seconds[run] = (System.nanoTime() - start) / 1e9;
		if (image.onDemand().isPresent()) throw new IllegalStateException("The heap is too small: the pixels were not read.");
		long sum = 0;
		for (int z = 0; z < image.slices(); z++)
			for (short value : (short[]) image.plane(0, z, 0))
				sum += value;
		return sum;
	}

	private static void generate(Path folder) throws IOException {
		Random random = new Random(1);
		for (int z = 0; z < SLICES; z++) {
			short[] pixels = new short[SIZE * SIZE];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (short) (random.nextInt(400) - 100 + i / SIZE);
			DicomDatasetBuilder slice = SyntheticSlice.at(2.5 * z, z).set("Rows", SIZE).set("Columns", SIZE).pixels(pixels);
			DicomWriter.write(slice.build(), folder.resolve("s" + (z * 7 % SLICES)));
		}
	}
}
