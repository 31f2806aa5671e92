package org.annotomy.dicom.part10;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.annotomy.dicom.SyntheticSlice;

/**
 * Reads the headers of 3,000 files, warm, with two threads: the nine attributes that a list of studies needs. Without an argument the files
 * are made in a temporary folder; with one they are used from there, or made there. Their pixels are a hole, so they take no room. The peer
 * is {@code gdcmscanner -d FOLDER -r} with {@code -t} for each tag.
 */
public final class HeaderScanBenchmark {

	private static final int FILES = 3000;
	private static final int THREADS = 2;
	private static final int WARM_UP = 10;
	private static final int RUNS = 15;
	private static final int LAST_TAG = Tag.COLUMNS;
	private static final int[] TAGS = {0x00100020, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID,
			Tag.MODALITY,
			Tag.SERIES_NUMBER, Tag.INSTANCE_NUMBER, Tag.ROWS, Tag.COLUMNS};

	private HeaderScanBenchmark() {}

	/** @param args nothing, or a folder */
	public static void main(String[] args) throws Exception {
		Path folder = folder(args);
		List<Path> files = new ArrayList<>();
		try (Stream<Path> list = Files.list(folder)) {
			list.forEach(files::add);
		}
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		PrintStream out = System.out;
		for (boolean whole : new boolean[]{false, true}) {
			double[] seconds = new double[RUNS];
			double[] cpu = new double[RUNS];
			int characters = 0;
			for (int run = -WARM_UP; run < RUNS; run++) {
				long start = System.nanoTime();
				AtomicLong used = new AtomicLong();
				characters = scan(files, whole, threads, used);
				seconds[Math.max(0, run)] = (System.nanoTime() - start) / 1e9;
				cpu[Math.max(0, run)] = used.get() / 1e9;
			}
			Arrays.sort(seconds);
			Arrays.sort(cpu);
			out.printf("%s: median %.3f s, min %.3f, max %.3f; of both processors %.3f s (%d characters)%n",
					whole ? "whole header" : "up to Columns", seconds[RUNS / 2], seconds[0], seconds[RUNS - 1], cpu[RUNS / 2],
					characters);
		}
		threads.shutdown();
	}

	/** The folder with the files. @param args as those of {@link #main} */
	public static Path folder(String[] args) throws IOException {
		Path folder = args.length > 0 ? Files.createDirectories(Path.of(args[0])) : Files.createTempDirectory("annotomy-scan");
		if (!Files.exists(folder.resolve("f0"))) generate(folder, 0, FILES);
		return folder;
	}

	private static int scan(List<Path> files, boolean whole, ExecutorService threads, AtomicLong used) throws Exception {
		AtomicInteger next = new AtomicInteger();
		ThreadMXBean clock = ManagementFactory.getThreadMXBean();
		Callable<Integer> work = () -> {
			long before = clock.getCurrentThreadCpuTime();
			int characters = 0;
			for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement())
				characters += characters(files.get(i), whole);
			used.addAndGet(clock.getCurrentThreadCpuTime() - before);
			return characters;
		};
		int sum = 0;
		for (Future<Integer> part : threads.invokeAll(List.of(work, work)))
			sum += part.get();
		return sum;
	}

	private static int characters(Path file, boolean whole) throws IOException {
		DicomDataset header = (whole ? DicomFileReader.readHeader(file) : DicomFileReader.readHeader(file, LAST_TAG)).dataset();
		int characters = 0;
		for (int tag : TAGS)
			characters += header.string(tag, "").length();
		return characters;
	}

	/** Makes the files {@code f<first>} and so on. */
	public static void generate(Path folder, int first, int count) throws IOException {
		for (int i = first; i < first + count; i++) {
			DicomDataset slice = SyntheticSlice.at(2.5 * i, i % 300).set("Rows", 512).set("Columns", 512).remove(Tag.PIXEL_DATA)
					.build();
			Path file = folder.resolve("f" + i);
			DicomWriter.write(slice, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file);
			try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
				holes.seek(holes.length());
				holes.write(new byte[]{(byte) 0xe0, 0x7f, 0x10, 0, 'O', 'W', 0, 0, 0, 0, 8, 0});
				holes.setLength(holes.length() + 512 * 512 * 2);
			}
		}
	}
}
