package org.annotomy.dicom;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.annotomy.image.CachedPlanes;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;

/**
 * Opens a film that is decoded on demand and scrolls through it: time until the first frame is there, frames per second one after the other
 * (decoded ahead) and at random. A plain program rather than JMH, because the heap that it needs is part of the question
 * ({@code -Xmx300m}). The file must be a compressed film of more than 64 MB, such as what dcmcrle makes of a long one.
 */
public final class OnDemandScrollBenchmark {

	private static final int RUNS = 5;

	private OnDemandScrollBenchmark() {}

	/** @param args the film */
	public static void main(String[] args) throws IOException {
		double[] first = new double[RUNS];
		double[] forward = new double[RUNS];
		double[] random = new double[RUNS];
		for (int run = 0; run < RUNS; run++) {
			long start = System.nanoTime();
			MedicalImage film = new DicomImageReader().read(Path.of(args[0]), Progress.NONE).get(0);
			CachedPlanes planes = film.onDemand()
					.orElseThrow(() -> new IllegalArgumentException("The film is small: it is kept in memory."));
			planes.plane(0);
			first[run] = seconds(start);
			forward[run] = planes.count() / forward(planes);
			random[run] = planes.count() / atRandom(planes);
			planes.close();
		}
		PrintStream out = System.out;
		out.printf("first frame after %.3f s, forward %.0f frames/s, at random %.0f frames/s, max heap %d MB%n", median(first),
				median(forward), median(random), Runtime.getRuntime().maxMemory() >> 20);
	}

	private static double forward(CachedPlanes planes) throws IOException {
		long start = System.nanoTime();
		for (int i = 0; i < planes.count(); i++)
			planes.plane(i);
		return seconds(start);
	}

	private static double atRandom(CachedPlanes planes) throws IOException {
		Random random = new Random(1);
		long start = System.nanoTime();
		for (int i = 0; i < planes.count(); i++)
			planes.plane(random.nextInt(planes.count()));
		return seconds(start);
	}

	private static double seconds(long start) {
		return (System.nanoTime() - start) / 1e9;
	}

	private static double median(double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}
}
