package org.annotomy.display;

import org.annotomy.image.SampleType;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.annotomy.json.JsonObject;
import org.junit.Test;

public class QuantilesTest {

	private static final List<SampleType> TYPES = Stream.of(SampleType.values()).filter(t -> !t.is64BitInteger()).toList();

	@Test
	public void percentilesAreThoseOfNumpy() throws IOException {
		List<JsonObject> rows = Oracle.read("percentiles");
		assertEquals(TYPES.size(), rows.size());
		for (JsonObject row : rows) {
			SampleType type = SampleType.valueOf(row.string("type", ""));
			double[] values = Oracle.numbers(row, "values");
			double[] percents = Oracle.numbers(row, "percents");
			double[] expected = Oracle.numbers(row, "found");
			double[] found = Quantiles.of(PixelSamples.of(type, List.of(array(type, values))), percents);
			for (int i = 0; i < percents.length; i++)
				assertEquals(type + " " + percents[i] + " %", expected[i], found[i],
						type == SampleType.FLOAT64 ? 1e-6 * Math.abs(expected[i]) : 0);
		}
	}

	/** The brute-force twin: sort everything. */
	@Test
	public void percentilesAreThoseOfSortedValues() {
		long seed = 20261123;
		Random random = new Random(seed);
		for (int round = 0; round < 40; round++) {
			SampleType type = TYPES.get(round % TYPES.size());
			List<Object> planes = new ArrayList<>();
			List<double[]> all = new ArrayList<>();
			for (int plane = random.nextInt(5); plane >= 0; plane--) {
				double[] values = random.doubles(random.nextInt(200)).map(v -> Math.rint(v * 120) * 0.5).toArray();
				if (!type.isFloating()) values = Arrays.stream(values).map(Math::floor).toArray();
				planes.add(array(type, values));
				all.add(values);
			}
			double from = random.nextInt(30);
			double to = from + random.nextInt(10);
			double[] sorted = all.stream().flatMapToDouble(DoubleStream::of).filter(v -> v < from || v > to).sorted().toArray();
			if (sorted.length == 0) continue;
			double percent = random.nextInt(101);
			int rank = (int) Math.max(1, (long) Math.ceil(percent * sorted.length / 100));
			double found = Quantiles.of(PixelSamples.of(type, planes).withoutPadding(to, from), percent)[0];
			assertEquals("seed " + seed + " round " + round + " " + type, sorted[rank - 1], found, 0);
		}
	}

	@Test
	public void notANumberAndInfinityDoNotCount() {
		float[] plane = {Float.NaN, 3, Float.POSITIVE_INFINITY, -2, Float.NEGATIVE_INFINITY, Float.NaN};
		assertArrayEquals(new double[]{-2, 3}, Quantiles.of(PixelSamples.of(SampleType.FLOAT32, List.of(plane)), 0, 100), 0);
	}

	@Test
	public void nothingButPaddingIsRefused() {
		PixelSamples air = PixelSamples.of(SampleType.INT16, List.of(new short[]{-2000, -2000})).withoutPadding(-2000, -2000);
		String message = assertThrows(IllegalArgumentException.class, () -> Quantiles.of(air, 50)).getMessage();
		assertEquals("There is no value to find a display window from: all pixels are padding or not a number.", message);
	}

	@Test
	public void aPercentageOutOfRangeIsRefused() {
		PixelSamples one = PixelSamples.of(SampleType.UINT8, List.of(new byte[]{1}));
		assertThrows(IllegalArgumentException.class, () -> Quantiles.of(one, 101));
		assertThrows(IllegalArgumentException.class, () -> Quantiles.of(one, Double.NaN));
	}

	/** 78 million values; the bound leaves room for a busy machine: {@code QuantilesBenchmark} measures. */
	@Test
	public void aLargeVolumeTakesAMoment() {
		short[] plane = new short[512 * 512];
		Random random = new Random(5);
		for (int i = 0; i < plane.length; i++)
			plane[i] = (short) (i % 3 == 0 ? -1024 : random.nextInt(2000) - 1000);
		PixelSamples volume = PixelSamples.of(SampleType.INT16, Collections.nCopies(300, plane));
		Quantiles.of(volume, 50);
		long begin = System.nanoTime();
		double[] found = Quantiles.of(volume, 0.1, 99.9);
		double seconds = (System.nanoTime() - begin) / 1e9;
		assertEquals(-1024, found[0], 0);
		assertTrue("took " + seconds + " s", seconds < 2);
	}

	private static Object array(SampleType type, double[] values) {
		switch (type) {
			case UINT8, INT8 :
				byte[] bytes = new byte[values.length];
				for (int i = 0; i < bytes.length; i++)
					bytes[i] = (byte) (int) values[i];
				return bytes;
			case UINT16, INT16 :
				short[] shorts = new short[values.length];
				for (int i = 0; i < shorts.length; i++)
					shorts[i] = (short) (int) values[i];
				return shorts;
			case UINT32, INT32 :
				int[] ints = new int[values.length];
				for (int i = 0; i < ints.length; i++)
					ints[i] = (int) (long) values[i];
				return ints;
			case FLOAT32 :
				float[] floats = new float[values.length];
				for (int i = 0; i < floats.length; i++)
					floats[i] = (float) values[i];
				return floats;
			default :
				return values.clone();
		}
	}
}
