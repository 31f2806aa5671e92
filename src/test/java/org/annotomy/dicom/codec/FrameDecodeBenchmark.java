package org.annotomy.dicom.codec;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * Decodes 100 frames of 512 × 512 pixels of 16 bits, like a CT, in lossless JPEG, JPEG-LS, RLE and JPEG 2000, and of 8 and 12 bits in lossy
 * JPEG, on one thread and on two, and times the decoders of dcmtk or GDCM (OpenJPEG) on the same files, from file to file, less the time
 * for one tiny file. The input is made by their encoders. A plain program, because the peer is a process.
 */
public final class FrameDecodeBenchmark {

	private static final int FRAMES = 100;
	private static final int SIZE = 512;
	private static final int RUNS = 7;

	private FrameDecodeBenchmark() {}

	private interface Work {
		void run() throws Exception;
	}

	/** @param args nothing, or a folder for the input, which is made there if need be, and a word that the kind must contain */
	public static void main(String[] args) throws Exception {
		Path folder = args.length > 0 ? Files.createDirectories(Path.of(args[0])) : Files.createTempDirectory("annotomy-frames");
		Path raw = folder.resolve("raw.dcm");
		if (!Files.exists(raw)) write(raw, SIZE, FRAMES);
		Path tiny = folder.resolve("tiny.dcm");
		write(tiny, 64, 1);
		String only = args.length > 1 ? args[1] : "";
		for (Contest contest : CONTESTS)
			if (contest.kind.contains(only)) compare(folder, raw, tiny, contest);
	}

	/** @param decoder of others, with its options, as is {@code encoder} */
	private record Contest(String kind, List<String> decoder, List<String> encoder) {
		boolean isLossy() { return kind.startsWith("lossy"); }
	}

	private static final List<Contest> CONTESTS = List.of(
			new Contest("lossless JPEG, +e1 (predictor 1)", List.of("dcmdjpeg"), List.of("dcmcjpeg", "+e1")),
			new Contest("lossless JPEG, predictor 7", List.of("dcmdjpeg"), List.of("dcmcjpeg", "+el", "+sv", "7")),
			new Contest("JPEG-LS", List.of("dcmdjpls"), List.of("dcmcjpls", "+el")),
			new Contest("RLE", List.of("dcmdrle"), List.of("dcmcrle")),
			new Contest("JPEG 2000", List.of("gdcmconv", "--raw"), List.of("gdcmconv", "--j2k")),
			new Contest("lossy JPEG, 8 bits", List.of("dcmdjpeg"), List.of("dcmcjpeg", "+eb")),
			new Contest("lossy JPEG, 12 bits", List.of("dcmdjpeg"), List.of("dcmcjpeg", "+ee", "+bt")));

	/** How much a sample of two decoders of a lossy stream may differ on the mean. */
	private static final double LOSSY = 0.6;

	private static void compare(Path folder, Path raw, Path tiny, Contest contest) throws Exception {
		PrintStream out = System.out;
		Path file = encoded(folder, raw, "", contest.encoder);
		Path small = encoded(folder, tiny, "tiny", contest.encoder);
		String to = folder.resolve("decoded.dcm").toString();
		OutsideTool.must(command(contest.decoder, file.toString(), to));
		check(file, contest.isLossy() ? Path.of(to) : raw, contest.isLossy() ? LOSSY : 0);
		double one = median(() -> sum(file, 1));
		double two = median(() -> sum(file, 2));
		double peer = median(() -> OutsideTool.must(command(contest.decoder, file.toString(), to)));
		double start = median(() -> OutsideTool.must(command(contest.decoder, small.toString(), to)));
		out.printf("%s, %.1f MB: ours %.3f s on one thread, %.3f s on two; %s %.3f s less %.3f s of start%n", contest.kind,
				Files.size(file) / 1e6, one, two, contest.decoder.get(0), peer, start);
	}

	private static void check(Path file, Path expected, double mostOnTheMean) throws IOException {
		try (ByteSource one = ByteSource.of(file); ByteSource other = ByteSource.of(expected)) {
			Object ours = new FrameReader(DicomFileReader.readHeader(one)).frame(FRAMES / 2).samples();
			Object theirs = new FrameReader(DicomFileReader.readHeader(other)).frame(FRAMES / 2).samples();
			long apart = 0;
			for (int i = 0; i < SIZE * SIZE; i++)
				apart += Math.abs(Array.getInt(ours, i) - Array.getInt(theirs, i));
			if (apart > mostOnTheMean * SIZE * SIZE)
				throw new AssertionError("decoded samples differ by " + (double) apart / (SIZE * SIZE) + " on the mean");
		}
	}

	private static String[] command(List<String> program, String... files) {
		List<String> command = new ArrayList<>(program);
		command.addAll(List.of(files));
		return command.toArray(String[]::new);
	}

	private static Path encoded(Path folder, Path raw, String name, List<String> encoder) throws Exception {
		Path file = folder.resolve(String.join("", encoder) + name + ".dcm");
		if (!Files.exists(file)) OutsideTool.must(command(encoder, raw.toString(), file.toString()));
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
			Object samples = reader.frame(frame).samples();
			long sum = 0;
			for (int i = 0; i < SIZE * SIZE; i += 61)
				sum = 31 * sum + Array.getInt(samples, i);
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
