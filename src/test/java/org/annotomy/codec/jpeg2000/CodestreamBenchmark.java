package org.annotomy.codec.jpeg2000;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.annotomy.testing.OutsideTool;

/**
 * Decodes one frame of 512 × 512 pixels of 12 bits with noise, as high-throughput and as plain JPEG 2000, lossless and lossy, on one thread,
 * and times opj_decompress on the same stream, from file to file, less the time for a tiny one. A plain program, because the peer is a
 * process.
 */
public final class CodestreamBenchmark {

	private static final int SIZE = 512;
	private static final int RUNS = 9;
	private static final int REPEATS = 20;

	private record Contest(String kind, List<String> encoder) {}

	private static final List<Contest> CONTESTS = List.of(
			new Contest("high-throughput, lossless", List.of("ojph_compress", "-reversible", "true")),
			new Contest("high-throughput, lossy", List.of("ojph_compress", "-qstep", "0.001")),
			new Contest("plain, lossless", List.of("opj_compress")),
			new Contest("plain, lossy", List.of("opj_compress", "-I", "-r", "8")));

	private interface Work {
		void run() throws Exception;
	}

	private CodestreamBenchmark() {}

	/** @param args nothing */
	public static void main(String[] args) throws Exception {
		Path folder = Files.createTempDirectory("annotomy-j2k");
		PrintStream out = System.out;
		for (Contest contest : CONTESTS) {
			Path file = encode(folder, SIZE, contest);
			byte[] stream = Files.readAllBytes(file);
			double ours = median(() -> {
				for (int i = 0; i < REPEATS; i++)
					Codestream.read(stream).decode();
			}) / REPEATS;
			String to = folder.resolve("decoded.pgm").toString();
			double peer = median(() -> OutsideTool.run("opj_decompress", "-i", file.toString(), "-o", to));
			Path tiny = encode(folder, 32, contest);
			double start = median(() -> OutsideTool.run("opj_decompress", "-i", tiny.toString(), "-o", to));
			out.printf("%s, %d bytes: ours %.1f ms, opj_decompress %.1f ms less %.1f ms of start%n", contest.kind, stream.length,
					1e3 * ours, 1e3 * peer, 1e3 * start);
		}
	}

	private static Path encode(Path folder, int size, Contest contest) throws IOException, InterruptedException {
		Random random = new Random(1);
		int[] samples = new int[size * size];
		for (int i = 0; i < samples.length; i++) {
			double x = i % size - size / 2d;
			double y = i / size - size / 2d;
			double body = Math.hypot(x, y) < 0.4 * size ? 600 : 0;
			samples[i] = (int) (1000 + 400 * Math.sin(x / 40) * Math.cos(y / 33) + body + 12 * random.nextGaussian());
		}
		Path image = folder.resolve("image.pgm");
		new TestImage(size, size, 12, new int[][]{samples}).write(image);
		Path stream = folder.resolve("stream" + size + (contest.kind.startsWith("plain") ? ".j2k" : ".j2c"));
		List<String> command = new ArrayList<>(contest.encoder);
		command.addAll(List.of("-i", image.toString(), "-o", stream.toString()));
		OutsideTool.run(command.toArray(String[]::new));
		return stream;
	}

	/** In seconds, the first three runs not counted. */
	private static double median(Work work) throws Exception {
		double[] seconds = new double[RUNS];
		for (int run = -3; run < RUNS; run++) {
			long start = System.nanoTime();
			work.run();
			if (run >= 0) seconds[run] = (System.nanoTime() - start) / 1e9;
		}
		Arrays.sort(seconds);
		return seconds[RUNS / 2];
	}
}
