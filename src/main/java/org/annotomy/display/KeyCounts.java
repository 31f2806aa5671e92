package org.annotomy.display;

import org.annotomy.image.SampleType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How often each key of 16 bits occurs. A key sorts as its value does: signed numbers have the sign bit turned over, and negative
 * floating-point numbers all bits. Two threads count planes into tables of their own.
 */
final class KeyCounts {

	private static final int BINS = 1 << 16;
	private static final int THREADS = 2;
	private static final int SIGN = 0x80000000;

	private final SampleType type;
	private final long[] counts;

	private KeyCounts(SampleType type, long[] counts) {
		this.type = type;
		this.counts = counts;
	}

	/** Counts of the upper (or only) 16 bits. */
	static KeyCounts upper(PixelSamples samples) {
		KeyCounts counts = new KeyCounts(samples.type(), count(samples, -1));
		if (!counts.hasLower() && samples.hasPadding()) counts.clearPadding(samples);
		return counts;
	}

	/** Counts of the lower 16 bits of those values whose upper 16 bits are {@code upperBin}. */
	static KeyCounts lower(PixelSamples samples, int upperBin) {
		return new KeyCounts(samples.type(), count(samples, upperBin));
	}

	long[] counts() {
		return counts;
	}

	/** Do the values have more than 16 bits? */
	boolean hasLower() {
		return switch (type) {
			case UINT8, INT8, UINT16, INT16 -> false;
			default -> true;
		};
	}

	/** The bin of the {@code rank}th value, counted from 1. */
	int binOf(long rank) {
		long sum = 0;
		for (int bin = 0; bin < BINS; bin++) {
			sum += counts[bin];
			if (sum >= rank) return bin;
		}
		throw new IllegalArgumentException("There are fewer than " + rank + " values.");
	}

	long countBelow(int bin) {
		long sum = 0;
		for (int i = 0; i < bin; i++)
			sum += counts[i];
		return sum;
	}

	/** The stored value that a key stands for. */
	double valueOf(int upperBin, int lowerBin) {
		int key = upperBin << 16 | lowerBin;
		return switch (type) {
			case UINT8, UINT16 -> upperBin;
			case INT8 -> upperBin - 128;
			case INT16 -> upperBin - 32768;
			case UINT32 -> Integer.toUnsignedLong(key);
			case INT32 -> key ^ SIGN;
			default -> Float.intBitsToFloat(key < 0 ? key ^ SIGN : ~key);
		};
	}

	private void clearPadding(PixelSamples samples) {
		for (int bin = 0; bin < BINS; bin++)
			if (counts[bin] > 0 && samples.isPadding(valueOf(bin, 0))) counts[bin] = 0;
	}

	private static long[] count(PixelSamples samples, int upperBin) {
		List<?> planes = new ArrayList<>(samples.planes());
		AtomicInteger next = new AtomicInteger();
		List<long[]> parts = IntStream.range(0, Math.min(THREADS, Math.max(1, planes.size()))).parallel()
				.mapToObj(thread -> countSome(samples, planes, next, upperBin)).toList();
		long[] total = parts.get(0);
		for (int part = 1; part < parts.size(); part++)
			for (int bin = 0; bin < BINS; bin++)
				total[bin] += parts.get(part)[bin];
		return total;
	}

	/** Two tables, so that equal neighbours (air beside air) need not wait for each other. */
	private static long[] countSome(PixelSamples samples, List<?> planes, AtomicInteger next, int upperBin) {
		int[] even = new int[BINS];
		int[] odd = new int[BINS];
		long[] sum = new long[BINS];
		long inTables = 0;
		for (int i = next.getAndIncrement(); i < planes.size(); i = next.getAndIncrement()) {
			Object plane = planes.get(i);
			int length = Array.getLength(plane);
			if (inTables + length > Integer.MAX_VALUE) {
				empty(even, odd, sum);
				inTables = 0;
			}
			PlaneKeys.count(samples, plane, upperBin, even, odd);
			inTables += length;
		}
		empty(even, odd, sum);
		return sum;
	}

	private static void empty(int[] even, int[] odd, long[] sum) {
		for (int bin = 0; bin < BINS; bin++) {
			sum[bin] += even[bin] + (long) odd[bin];
			even[bin] = 0;
			odd[bin] = 0;
		}
	}
}
