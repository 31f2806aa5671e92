package org.annotomy.segmentation.threshold;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.segmentation.SegmentationOracle;
import org.annotomy.task.Progress;
import org.junit.Test;

import ij.process.AutoThresholder;

public class AutoThresholdTest {

	private record Twin(AutoThreshold ours, AutoThresholder.Method imageJ) {}

	private static final Twin[] TWINS = {
			new Twin(AutoThreshold.OTSU, AutoThresholder.Method.Otsu),
			new Twin(AutoThreshold.MAXIMUM_ENTROPY, AutoThresholder.Method.MaxEntropy),
			new Twin(AutoThreshold.MOMENTS, AutoThresholder.Method.Moments),
			new Twin(AutoThreshold.RENYI_ENTROPY, AutoThresholder.Method.RenyiEntropy),
			new Twin(AutoThreshold.SHANBHAG, AutoThresholder.Method.Shanbhag),
			new Twin(AutoThreshold.YEN, AutoThresholder.Method.Yen),
			new Twin(AutoThreshold.HUANG, AutoThresholder.Method.Huang),
			new Twin(AutoThreshold.TRIANGLE, AutoThresholder.Method.Triangle),
			new Twin(AutoThreshold.ISODATA, AutoThresholder.Method.IsoData)};

	@Test
	public void thresholdsAreThoseOfImageJ() {
		Random random = new Random(20261127);
		for (int round = 0; round < 60; round++) {
			int[] counts = twoHumps(random);
			for (Twin twin : TWINS)
				assertIsImageJs(twin, counts, round);
			// Where 0 occurs values count from it for both.
			counts[0]++;
			assertIsImageJs(new Twin(AutoThreshold.LI, AutoThresholder.Method.Li), counts, round);
			counts[255] += 40;
			assertIsImageJs(new Twin(AutoThreshold.TRIANGLE, AutoThresholder.Method.Triangle), counts, round);
		}
	}

	private static void assertIsImageJs(Twin twin, int[] counts, int round) {
		int expected = new AutoThresholder().getThreshold(twin.imageJ, counts.clone());
		double found = twin.ours.of(new Histogram(0, 1, Arrays.stream(counts).asLongStream().toArray()));
		assertEquals(twin.ours + " in round " + round, expected, found, 0);
	}

	/** The values of an image of whole numbers, whatever their range: exactly one of them, not the middle of a bin. */
	@Test
	public void thresholdsOfWholeNumbersAreWholeNumbers() {
		Random random = new Random(4);
		float[] values = new float[40_000];
		for (int i = 0; i < values.length; i++)
			values[i] = Math.round(random.nextDouble() < 0.7
					? -700 + 400 * random.nextGaussian()
					: 9000 + 2500 * random.nextGaussian());
		Histogram exact = Histogram.exact(values, 4096, Progress.NONE);
		assertEquals(1, exact.step(), 0);
		assertTrue(exact.counts().length > 10_000);
		for (AutoThreshold method : AutoThreshold.values()) {
			double found = method.of(exact);
			assertEquals(method.key(), Math.rint(found), found, 0);
		}
		values[7] += 0.5f;
		assertEquals(4096, Histogram.exact(values, 4096, Progress.NONE).counts().length);
		values[7] = Float.NaN;
		assertEquals(1, Histogram.exact(values, 4096, Progress.NONE).step(), 0);
		assertEquals(0, Histogram.exact(new float[]{Float.NaN}, 9, Progress.NONE).total());
		assertEquals(3, Histogram.exact(new float[]{0, 70_000}, 3, Progress.NONE).counts().length);
	}

	/** Looking by groups first finds the bin that a look at each finds. */
	@Test
	public void fuzzinessOfManyBinsIsLeastWhereALookAtEachSaysSo() {
		long[] counts = new long[3000];
		Random random = new Random(8);
		for (int i = 0; i < counts.length; i++)
			counts[i] = Math
					.round(500 * Math.exp(-Math.pow((i - 700) / 150.0, 2)) + 200 * Math.exp(-Math.pow((i - 2100) / 300.0, 2)))
					+ random.nextInt(3) + (i == 0 || i == counts.length - 1 ? 1 : 0);
		int best = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int t = 0; t < counts.length; t++) {
			double here = fuzziness(counts, 0, t) + fuzziness(counts, t + 1, counts.length - 1);
			if (here < least) {
				least = here;
				best = t;
			}
		}
		assertEquals(best, AutoThreshold.HUANG.of(new Histogram(0, 1, counts)), 0);
	}

	private static double fuzziness(long[] counts, int from, int to) {
		double count = 0;
		double sum = 0;
		for (int i = from; i <= to; i++) {
			count += counts[i];
			sum += (double) i * counts[i];
		}
		double fuzzy = 0;
		for (int i = from; i <= to; i++) {
			double m = 1 / (1 + Math.abs(i - sum / count) / (counts.length - 1));
			if (m < 1 - 1e-6) fuzzy += counts[i] * (-m * Math.log(m) - (1 - m) * Math.log(1 - m));
		}
		return fuzzy;
	}

	private static int[] twoHumps(Random random) {
		double low = 50 + random.nextInt(50);
		double high = 140 + random.nextInt(70);
		int[] counts = new int[256];
		for (int i = 0; i < 20_000; i++) {
			double value = random.nextDouble() < 0.7 ? low + 12 * random.nextGaussian() : high + 15 * random.nextGaussian();
			counts[(int) Math.max(0, Math.min(255, value))]++;
		}
		return counts;
	}

	/** Of all values the one with the least cross entropy, which is flat there; ImageJ's stops within some bins of it. */
	@Test
	public void lisMethodFindsTheLeastCrossEntropy() {
		Random random = new Random(20261127);
		for (int round = 0; round < 20; round++) {
			long[] counts = Arrays.stream(twoHumps(random)).asLongStream().toArray();
			int first = 0;
			while (counts[first] == 0)
				first++;
			double least = Double.POSITIVE_INFINITY;
			double most = Double.NEGATIVE_INFINITY;
			for (int end = first + 1; end < counts.length - 1; end++) {
				least = Math.min(least, entropy(counts, first, end));
				most = Math.max(most, entropy(counts, first, end));
			}
			double found = AutoThreshold.LI.of(new Histogram(0, 1, counts));
			assertEquals("round " + round + " " + found, 0, (entropy(counts, first, (int) found) - least) / (most - least), 0.01);
		}
	}

	private static double entropy(long[] counts, int first, int end) {
		return -crossed(counts, first, first, end) - crossed(counts, first, end + 1, counts.length - 1);
	}

	/** The sum of the values of some bins, counted from the lowest one, times the logarithm of their mean. */
	private static double crossed(long[] counts, int lowest, int from, int to) {
		double count = 0;
		double sum = 0;
		for (int i = from; i <= to; i++) {
			count += counts[i];
			sum += (double) counts[i] * (i - lowest);
		}
		return sum == 0 ? 0 : sum * Math.log(sum / count);
	}

	/** Of those that round otherwise within a bin. */
	@Test
	public void thresholdsAreThoseOfScikitImage() throws IOException {
		Histogram histogram = Histogram.of(FormulaVolume.values(), Progress.NONE);
		JsonObject expected = SegmentationOracle.read().object("thresholds");
		for (Map.Entry<String, JsonValue> each : expected.members().entrySet()) {
			AutoThreshold method = AutoThreshold.valueOf(each.getKey().toUpperCase(java.util.Locale.ROOT));
			assertEquals(each.getKey(), each.getValue().asDouble(), method.of(histogram),
					method == AutoThreshold.OTSU || method == AutoThreshold.YEN ? 1e-9 : 1);
		}
	}

	@Test
	public void severalClassesAreThoseOfScikitImage() throws IOException {
		Histogram histogram = Histogram.of(FormulaVolume.values(), Progress.NONE);
		int classes = 2;
		for (JsonValue expected : SegmentationOracle.read().list("multiotsu"))
			assertArrayEquals(expected.asArray().doubles(), MultiOtsu.of(histogram, classes++), 1e-9);
	}

	/** The best of all partitions. */
	@Test
	public void severalClassesDifferMost() {
		Random random = new Random(3);
		for (int round = 0; round < 20; round++) {
			long[] counts = random.longs(14, 0, 9).toArray();
			counts[0] = counts[13] = 2;
			double[] found = MultiOtsu.of(new Histogram(0, 1, counts), 3);
			double best = 0;
			for (int a = 0; a < 13; a++)
				for (int b = a + 1; b < 13; b++)
					best = Math.max(best, between(counts, a, b));
			assertEquals(best, between(counts, (int) found[0], (int) found[1]), 1e-9);
		}
		assertThrows(IllegalArgumentException.class, () -> MultiOtsu.of(new Histogram(0, 1, new long[]{1, 0, 1}), 3));
		assertThrows(IllegalArgumentException.class, () -> MultiOtsu.of(new Histogram(0, 1, new long[]{1, 0, 1}), 1));
	}

	private static double between(long[] counts, int a, int b) {
		return part(counts, 0, a) + part(counts, a + 1, b) + part(counts, b + 1, counts.length - 1);
	}

	private static double part(long[] counts, int from, int to) {
		double count = 0;
		double sum = 0;
		for (int i = from; i <= to; i++) {
			count += counts[i];
			sum += i * counts[i];
		}
		return count == 0 ? 0 : sum * sum / count;
	}

	/** Where two normal distributions of equal deviation and size cross: halfway. */
	@Test
	public void theLeastErrorOfTwoNormalDistributionsLiesHalfway() {
		long[] counts = new long[300];
		for (int i = 0; i < 300; i++)
			counts[i] = Math
					.round(1e6 * (Math.exp(-(i - 100.5) * (i - 100.5) / 450) + Math.exp(-(i - 180.5) * (i - 180.5) / 450)));
		assertEquals(140, AutoThreshold.MINIMUM_ERROR.of(new Histogram(0, 1, counts)), 1);
	}

	/** A threshold moves with the values and their scale. */
	@Test
	public void everyMethodFollowsOffsetAndScale() {
		Random random = new Random(9);
		long[] counts = Arrays.stream(twoHumps(random)).asLongStream().toArray();
		for (AutoThreshold method : AutoThreshold.values()) {
			double plain = method.of(new Histogram(0, 1, counts));
			assertEquals(method.key(), plain * 0.5 - 1000, method.of(new Histogram(-1000, 0.5, counts)), 1e-6);
			assertTrue(method.key() + " " + plain, plain > 40 && plain < 230);
		}
	}

	@Test
	public void oneValueOrNoneHasAThresholdToo() {
		for (AutoThreshold method : AutoThreshold.values()) {
			assertEquals(7, method.of(Histogram.of(new short[]{7, 7, 7}, Progress.NONE)), 0);
			assertEquals(0, method.of(Histogram.of(new short[0], Progress.NONE)), 0);
			double two = method.of(Histogram.of(new short[]{-5, -5, 9}, Progress.NONE));
			assertTrue(method.key() + " " + two, two >= -5 && two <= 9);
		}
	}
}
