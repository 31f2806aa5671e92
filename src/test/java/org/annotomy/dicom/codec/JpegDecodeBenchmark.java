package org.annotomy.dicom.codec;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.testing.OutsideTool;

/**
 * Decodes 100 frames of 512 × 512 pixels of 16 bits, like a CT, in lossless JPEG and JPEG-LS, on one thread and on two, and times dcmtk's
 * decoders on the same files, from file to file, less the time for one tiny file. The input is made by dcmtk's encoders. A plain program,
 * because the peer is a process.
 */
public final class JpegDecodeBenchmark {

	private static final int FRAMES = 100;
	private static final int SIZE = 512;
	private static final int RUNS = 7;

	private JpegDecodeBenchmark() {}

	private interface Work {
		void run() throws Exception;
	}

	/** @param args nothing, or a folder for the input, which is made there if need be */
	public static void main(String[] args) throws Exception {
		Path folder = args.length > 0 ? Files.createDirectories(Path.of(args[0])) : Files.createTempDirectory("annotomy-jpeg");
		Path raw = folder.resolve("raw.dcm");
		if (!Files.exists(raw)) write(raw, SIZE, FRAMES);
		Path tiny = folder.resolve("tiny.dcm");
		write(tiny, 8, 1);
		compare(folder, raw, tiny, "lossless JPEG, +e1 (predictor 1)", "dcmdjpeg", "dcmcjpeg", "+e1");
		compare(folder, raw, tiny, "lossless JPEG, predictor 7", "dcmdjpeg", "dcmcjpeg", "+el", "+sv", "7");
		compare(folder, raw, tiny, "JPEG-LS", "dcmdjpls", "dcmcjpls", "+el");
	}

	private static void compare(Path folder, Path raw, Path tiny, String what, String decoder, String... encoder)
			throws Exception {
		PrintStream out = System.out;
		Path file = encoded(folder, raw, "", encoder);
		Path small = encoded(folder, tiny, "tiny", encoder);
		long sum = sum(raw, 1);
		if (sum(file, 1) != sum) throw new AssertionError("the decoded frames differ");
		double one = median(() -> sum(file, 1));
		double two = median(() -> sum(file, 2));
		Path to = folder.resolve("decoded.dcm");
		double peer = median(() -> OutsideTool.run(decoder, file.toString(), to.toString()));
		double start = median(() -> OutsideTool.run(decoder, small.toString(), to.toString()));
		out.printf("%s, %.1f MB: ours %.3f s on one thread, %.3f s on two; %s %.3f s less %.3f s of start%n", what,
				Files.size(file) / 1e6, one, two, decoder, peer, start);
	}

	private static Path encoded(Path folder, Path raw, String name, String... encoder) throws Exception {
		Path file = folder.resolve(String.join("", encoder) + name + ".dcm");
		String[] command = Arrays.copyOf(encoder, encoder.length + 2);
		command[encoder.length] = raw.toString();
		command[encoder.length + 1] = file.toString();
		if (!Files.exists(file) && OutsideTool.run(command).exit() != 0) throw new IOException("the encoder fails");
		return file;
	}

	/** In seconds, the first two runs not counted. */
	private static double median(Work work) throws Exception {
		double[] seconds = new double[RUNS];
		for (int run = -2; run < RUNS; run++) {
			long start = System.nanoTime();
			work.run();
			if (run >= 0) seconds[run] = (System.nanoTime() - start) / 1e9;
		}
		Arrays.sort(seconds);
		return seconds[RUNS / 2];
	}

	private static long sum(Path file, int threads) throws Exception {
		ForkJoinPool pool = new ForkJoinPool(threads);
		try (ByteSource source = ByteSource.of(file)) {
			FrameReader reader = new FrameReader(DicomFileReader.readHeader(source));
			return pool.submit(() -> IntStream.range(0, FRAMES).parallel().mapToLong(i -> sampled(reader, i)).sum()).get();
		} finally {
			pool.shutdown();
		}
	}

	private static long sampled(FrameReader reader, int frame) {
		try {
			short[] samples = (short[]) reader.frame(frame).samples();
			long sum = 0;
			for (int i = 0; i < samples.length; i += 61)
				sum = 31 * sum + samples[i];
			return sum;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Air that is nearly flat around an ellipse of tissue with noise of 22 HU, with bone-like discs in it. */
	private static void write(Path file, int size, int frames) throws IOException {
		Random random = new Random(1);
		short[] pixels = new short[frames * size * size];
		for (int z = 0, i = 0; z < frames; z++)
			for (int y = 0; y < size; y++)
				for (int x = 0; x < size; x++, i++) {
					double dx = (x - size / 2d) / (size * 0.42);
					double dy = (y - size / 2d) / (size * 0.32);
					boolean body = dx * dx + dy * dy < 1;
					boolean bone = Math.hypot(dx - 0.3 * Math.cos(z / 9d), dy - 0.5) < 0.15;
					double value = body
							? (bone ? 700 : 40 + 30 * dx) + 22 * random.nextGaussian()
							: -1000 + 6 * random.nextGaussian();
					pixels[i] = (short) Math.max(-1024, Math.round(value));
				}
		DicomDatasetBuilder dataset = SyntheticSlice.at(0, 1).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7.3").set("Rows", size)
				.set("Columns", size).set("NumberOfFrames", "" + frames).pixels(pixels);
		DicomWriter.write(dataset.build(), file);
	}
}
