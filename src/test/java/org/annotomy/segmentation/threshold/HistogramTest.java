package org.annotomy.segmentation.threshold;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Random;

import org.annotomy.task.Progress;
import org.junit.Test;

public class HistogramTest {

	@Test
	public void everyShortHasItsBin() {
		Random random = new Random(1);
		short[] values = new short[300_000];
		for (int i = 0; i < values.length; i++)
			values[i] = (short) (random.nextGaussian() * 300 - 100);
		values[7] = Short.MIN_VALUE;
		values[8] = Short.MAX_VALUE;
		Histogram histogram = Histogram.of(values, Progress.NONE);
		long[] expected = new long[65536];
		for (short value : values)
			expected[value + 32768]++;
		assertArrayEquals(expected, histogram.counts());
		assertEquals(-32768, histogram.lowest(), 0);
		assertEquals(values.length, histogram.total());
	}

	@Test
	public void floatsAreCountedInEqualBins() {
		Histogram histogram = Histogram.of(new float[]{0, 1, 2, 3, 4, 4, Float.NaN, Float.POSITIVE_INFINITY}, 4, Progress.NONE);
		assertArrayEquals(new long[]{1, 1, 1, 3}, histogram.counts());
		assertEquals(0.5, histogram.lowest(), 0);
		assertEquals(3.5, histogram.mode(), 0);
		assertArrayEquals(new long[]{2}, Histogram.of(new float[]{5, 5}, 8, Progress.NONE).counts());
		assertEquals(0, Histogram.of(new float[]{Float.NaN}, 8, Progress.NONE).total());
	}

	@Test
	public void binsAreTrimmedAndPutTogether() {
		Histogram histogram = new Histogram(10, 2, new long[]{0, 1, 0, 3, 4, 5, 0});
		Histogram trimmed = histogram.trimmed();
		assertEquals(12, trimmed.lowest(), 0);
		assertArrayEquals(new long[]{1, 0, 3, 4, 5}, trimmed.counts());
		Histogram fewer = trimmed.atMost(3);
		assertArrayEquals(new long[]{1, 7, 5}, fewer.counts());
		assertEquals(13, fewer.lowest(), 0);
		assertEquals(4, fewer.step(), 0);
		assertArrayEquals(new long[]{0}, new Histogram(3, 1, new long[5]).trimmed().counts());
		assertEquals(2, histogram.bin(14.9));
		assertEquals(0, histogram.bin(-99));
		assertEquals(6, histogram.bin(1e9));
	}

	@Test
	public void binsWithoutWidthAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Histogram(0, 0, new long[1]));
		assertThrows(IllegalArgumentException.class, () -> new Histogram(0, 1, new long[0]));
		assertThrows(IllegalArgumentException.class, () -> new Histogram(Double.NaN, 1, new long[1]));
	}
}
