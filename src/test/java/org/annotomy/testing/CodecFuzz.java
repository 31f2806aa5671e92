package org.annotomy.testing;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.annotomy.image.ImageFormatException;

import com.sun.management.ThreadMXBean;

/**
 * Mutates small encoded streams and sees that a decoder answers or refuses: no error but {@link ImageFormatException}, no hang, bounded
 * processor time and memory for each input. The n-th mutation depends on the seed and n alone, so that a failure can be repeated
 * ({@link #mutation}). Keep the streams tiny (some hundred bytes): then 30,000 inputs take a second or two.
 *
 * <pre>
 * CodecFuzz fuzz = new CodecFuzz(4711, 8 &lt;&lt; 20);
 * fuzz.add("lossless", stream, bytes -&gt; decoder.decode(bytes, format));
 * CodecFuzz.Tally tally = fuzz.run(30_000);
 * </pre>
 */
public final class CodecFuzz {

	/** What is tried; the result is thrown away. */
	public interface Decoding {

		void decode(byte[] encoded) throws IOException;
	}

	/**
	 * How many inputs were answered in which way; a test says how many it expects at least, so that neither is rare by mistake.
	 *
	 * @param worst the longest processor time of one input, in ms
	 */
	public record Tally(int decoded, int refused, long worst) {}

	private record Stream(String name, byte[] encoded, Decoding decoding) {}

	private static final long CPU_LIMIT_MS = 2000;
	private static final long HANG_MS = 30_000;
	private static final int HEADER = 96;
	private static final int MOST_THREADS = 4;

	private final long seed;
	private final long maxBytes;
	private final List<Stream> streams = new ArrayList<>();
	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
	private final AtomicInteger next = new AtomicInteger();
	private final AtomicInteger decoded = new AtomicInteger();
	private final AtomicInteger refused = new AtomicInteger();
	private final AtomicLong worst = new AtomicLong();
	private volatile AssertionError failure;

	/** @param maxBytes what decoding one input may allocate altogether */
	public CodecFuzz(long seed, long maxBytes) {
		this.seed = seed;
		this.maxBytes = maxBytes;
	}

	/** @param encoded a stream that the decoder accepts; this is checked first */
	public CodecFuzz add(String name, byte[] encoded, Decoding decoding) {
		streams.add(new Stream(name, encoded, decoding));
		return this;
	}

	/**
	 * Tries so many, on as many threads as there are processors: what is tried must be safe for that.
	 *
	 * @throws AssertionError at the first input that breaks a rule, with the input
	 */
	public Tally run(int inputs) throws IOException {
		for (Stream stream : streams)
			stream.decoding.decode(stream.encoded.clone());
		List<Worker> workers = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()); i++)
			workers.add(new Worker(inputs));
		workers.forEach(Thread::start);
		try {
			for (Worker worker : workers)
				while (worker.isAlive()) {
					worker.join(100);
					workers.forEach(Worker::requireProgress);
				}
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
		if (failure != null) throw failure;
		return new Tally(decoded.get(), refused.get(), worst.get());
	}

	/** Takes one input after the other. */
	private final class Worker extends Thread {

		private final int inputs;
		private volatile int current = -1;
		private int seen = -1;
		private long since = System.nanoTime();

		Worker(int inputs) {
			super("fuzz");
			this.inputs = inputs;
			setDaemon(true);
		}

		@Override
		public void run() {
			for (int i = next.getAndIncrement(); i < inputs && failure == null; i = next.getAndIncrement()) {
				current = i;
				try {
					tryOne(i);
				} catch (AssertionError e) {
					failure = e;
				} catch (Throwable e) { // not only exceptions: a decoder must not throw errors either
					failure = new AssertionError(e + ": " + describe(i), e);
				}
			}
		}

		/** Called by the watching thread. */
		void requireProgress() {
			if (current != seen || !isAlive()) since = System.nanoTime();
			seen = current;
			if ((System.nanoTime() - since) / 1_000_000 < HANG_MS) return;
			AssertionError hang = new AssertionError("hangs: " + describe(seen));
			hang.setStackTrace(getStackTrace());
			failure = hang;
			throw hang;
		}
	}

	private void tryOne(int i) throws IOException {
		Stream stream = streams.get(i % streams.size());
		byte[] input = mutation(i);
		long bytes = threads.getCurrentThreadAllocatedBytes();
		long cpu = threads.getCurrentThreadCpuTime();
		try {
			stream.decoding.decode(input);
			decoded.incrementAndGet();
		} catch (ImageFormatException e) {
			assertTrue("refuses without a word: " + describe(i), e.getMessage() != null && !e.getMessage().isEmpty());
			refused.incrementAndGet();
		}
		long ms = (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000;
		long allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
		worst.accumulateAndGet(ms, Math::max);
		assertTrue(ms + " ms: " + describe(i), ms <= CPU_LIMIT_MS);
		assertTrue(allocated + " bytes allocated: " + describe(i), allocated <= maxBytes);
	}

	private String describe(int i) {
		byte[] input = mutation(i);
		String hex = input.length > 2048 ? input.length + " bytes" : HexFormat.of().formatHex(input);
		return "mutation " + i + " of " + streams.get(i % streams.size()).name + ", seed " + seed + ": " + hex;
	}

	/** The input of that number, made anew. */
	public byte[] mutation(int i) {
		Random random = new Random(seed * 0x9e3779b97f4a7c15L + i);
		byte[] bytes = streams.get(i % streams.size()).encoded.clone();
		int rounds = 1 + (random.nextInt(3) == 0 ? random.nextInt(6) : 0);
		for (int round = 0; round < rounds && bytes.length > 0; round++)
			bytes = mutate(bytes, random);
		return bytes;
	}

	private byte[] mutate(byte[] bytes, Random random) {
		boolean header = random.nextBoolean();
		int at = random.nextInt(header ? Math.min(HEADER, bytes.length) : bytes.length);
		int length = Math.min(1 + random.nextInt(8), bytes.length - at);
		switch (random.nextInt(10)) {
			case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
			case 1 -> bytes[at] = (byte) random.nextInt(256);
			case 2 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
			case 3 -> extreme(bytes, at, random);
			case 4 -> java.util.Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xff : 0));
			case 5 -> {
				return spliced(bytes, 0, at, bytes, bytes.length, bytes.length);
			}
			case 6 -> {
				return spliced(bytes, 0, at, bytes, at + length, bytes.length);
			}
			case 7 -> {
				return spliced(bytes, 0, at + length, bytes, at, bytes.length);
			}
			case 8 -> {
				byte[] other = streams.get(random.nextInt(streams.size())).encoded;
				return spliced(bytes, 0, at, other, Math.min(at, other.length), other.length);
			}
			default -> {
				byte[] noise = new byte[length];
				random.nextBytes(noise);
				System.arraycopy(noise, 0, bytes, at, length);
			}
		}
		return bytes;
	}

	/** A number of 16 or 32 bits at the end of its range. */
	private static void extreme(byte[] bytes, int at, Random random) {
		int value = new int[]{0, 1, 0x7fffffff, 0x80000000, -1, 0x0000ffff}[random.nextInt(6)];
		int width = random.nextBoolean() ? 2 : 4;
		for (int k = 0; k < width && at + k < bytes.length; k++)
			bytes[at + k] = (byte) (value >>> 8 * (width - 1 - k));
	}

	private static byte[] spliced(byte[] a, int from, int to, byte[] b, int start, int end) {
		byte[] joined = new byte[to - from + end - start];
		System.arraycopy(a, from, joined, 0, to - from);
		System.arraycopy(b, start, joined, to - from, end - start);
		return joined;
	}
}
