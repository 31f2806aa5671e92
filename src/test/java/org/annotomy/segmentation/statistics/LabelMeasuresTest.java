package org.annotomy.segmentation.statistics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.json.JsonObject;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.segmentation.SegmentationOracle;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Statistics and places of labels are those of NumPy and scipy. */
public class LabelMeasuresTest {

	private static final double CLOSE = 1e-9;

	@Test
	public void valuesUnderLabelsAreThoseOfNumpy() throws IOException {
		short[] values = FormulaVolume.values();
		float[] floats = FormulaVolume.floats();
		int[] labels = FormulaVolume.labels();
		short[] shorts = FormulaVolume.shorts(labels);
		List<JsonObject> expected = SegmentationOracle.rows("labels");
		for (List<LabelStatistics> found : List.of(LabelStatistics.of(values, labels, Progress.NONE),
				LabelStatistics.of(values, shorts, Progress.NONE), LabelStatistics.of(floats, labels, Progress.NONE),
				LabelStatistics.of(floats, shorts, Progress.NONE))) {
			assertEquals(expected.size(), found.size());
			for (int i = 0; i < found.size(); i++)
				compare(expected.get(i), found.get(i));
		}
	}

	private static void compare(JsonObject expected, LabelStatistics found) throws IOException {
		assertEquals((int) expected.number("label", 0), found.label());
		assertEquals((long) expected.number("count", 0), found.count());
		assertEquals(expected.number("sum", 0), found.sum(), CLOSE);
		assertEquals(expected.number("mean", 0), found.mean(), CLOSE);
		assertEquals(expected.number("sd", 0), found.sd(), CLOSE);
		assertEquals(expected.number("min", 0), found.min(), 0);
		assertEquals(expected.number("max", 0), found.max(), 0);
	}

	@Test
	public void placesOfLabelsAreThoseOfScipy() throws IOException {
		int[] labels = FormulaVolume.labels();
		List<JsonObject> expected = SegmentationOracle.rows("labels");
		List<LabelShape> found = LabelShape.of(labels, FormulaVolume.SIZE, Progress.NONE);
		assertEquals(found, LabelShape.of(FormulaVolume.shorts(labels), FormulaVolume.SIZE, Progress.NONE));
		assertEquals(expected.size(), found.size());
		for (int i = 0; i < found.size(); i++) {
			double[] centroid = SegmentationOracle.numbers(expected.get(i), "centroid");
			double[] first = SegmentationOracle.numbers(expected.get(i), "first");
			double[] last = SegmentationOracle.numbers(expected.get(i), "last");
			assertEquals((long) expected.get(i).number("count", 0), found.get(i).voxels());
			assertEquals(centroid[0], found.get(i).x(), CLOSE);
			assertEquals(centroid[1], found.get(i).y(), CLOSE);
			assertEquals(centroid[2], found.get(i).z(), CLOSE);
			assertEquals(
					VoxelBox.between((int) first[0], (int) first[1], (int) first[2], (int) last[0], (int) last[1], (int) last[2]),
					found.get(i).bounds());
		}
	}

	@Test
	public void percentilesAreThoseOfNumpy() throws IOException {
		int[] labels = FormulaVolume.labels();
		float[] floats = FormulaVolume.floats();
		for (JsonObject row : SegmentationOracle.rows("labels")) {
			List<Float> values = new ArrayList<>();
			for (int i = 0; i < labels.length; i++)
				if (labels[i] == (int) row.number("label", 0)) values.add(floats[i]);
			float[] under = new float[values.size() + 1];
			for (int i = 0; i < values.size(); i++)
				under[i] = values.get(i);
			under[values.size()] = Float.NaN;
			Percentiles percentiles = Percentiles.of(under);
			assertEquals(row.number("median", 0), percentiles.at(50), CLOSE);
			assertEquals(row.number("p10", 0), percentiles.at(10), CLOSE);
			assertEquals(row.number("min", 0), percentiles.at(0), 0);
			assertEquals(row.number("max", 0), percentiles.at(100), 0);
			assertEquals(row.number("sd", 0), percentiles.statistics().sd(), CLOSE);
		}
		assertTrue(Double.isNaN(Percentiles.of(new float[0]).at(50)));
		assertEquals(0, Percentiles.of(new float[0]).statistics().count());
		assertThrows(IllegalArgumentException.class, () -> Percentiles.of(new float[3]).at(101));
	}

	@Test
	public void mediansAreThoseOfNumpy() throws IOException {
		short[] values = FormulaVolume.values();
		float[] floats = FormulaVolume.floats();
		int[] labels = FormulaVolume.labels();
		short[] shorts = FormulaVolume.shorts(labels);
		SortedMap<Integer, Double> expected = new TreeMap<>();
		for (JsonObject row : SegmentationOracle.rows("labels"))
			expected.put((int) row.number("label", 0), row.number("median", 0));
		assertEquals(expected, LabelMedians.of(values, labels, Progress.NONE));
		assertEquals(expected, LabelMedians.of(values, shorts, Progress.NONE));
		assertEquals(expected, LabelMedians.of(floats, labels, Progress.NONE));
		assertEquals(expected, LabelMedians.of(floats, shorts, Progress.NONE));
		SortedMap<Integer, Double> some = LabelMedians.of(new float[]{1, Float.NaN, 4, Float.NaN}, new int[]{2, 2, 2, 4},
				Progress.NONE);
		assertEquals(2.5, some.get(2), 0);
		assertTrue(Double.isNaN(some.get(4)));
		assertThrows(IllegalArgumentException.class, () -> LabelMedians.of(new short[3], new int[4], Progress.NONE));
	}

	/** Labels of all sizes, more than first tables hold, the largest number there is. */
	@Test
	public void manyLabelsFindTheirPlaces() {
		Random random = new Random(11);
		VolumeSize size = new VolumeSize(50, 40, 30);
		int[] labels = new int[size.arrayLength()];
		short[] values = new short[labels.length];
		for (int i = 0; i < labels.length; i++) {
			labels[i] = random.nextInt(5000) * 429_496 - 3;
			values[i] = (short) (labels[i] % 1000);
		}
		labels[77] = Integer.MAX_VALUE;
		labels[78] = Integer.MIN_VALUE;
		List<LabelStatistics> statistics = LabelStatistics.of(values, labels, Progress.NONE);
		List<LabelShape> shapes = LabelShape.of(labels, size, Progress.NONE);
		assertEquals(statistics.size(), shapes.size());
		long count = 0;
		for (int i = 0; i < shapes.size(); i++) {
			assertEquals(statistics.get(i).label(), shapes.get(i).label());
			assertEquals(statistics.get(i).count(), shapes.get(i).voxels());
			if (i > 0) assertTrue(shapes.get(i).label() > shapes.get(i - 1).label());
			if (Math.abs((long) shapes.get(i).label()) < 2_147_000_000L)
				assertEquals((short) (shapes.get(i).label() % 1000), statistics.get(i).mean(), 0);
			count += shapes.get(i).voxels();
		}
		assertEquals(labels.length, count);
	}

	/** A billion plus a little: the digits that matter do not get lost. */
	@Test
	public void deviationsSurviveLargeOffsets() {
		float[] values = new float[1 << 21];
		int[] labels = new int[values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = 16_000_000 + i % 2;
			labels[i] = 5;
		}
		LabelStatistics found = LabelStatistics.of(values, labels, Progress.NONE).get(0);
		assertEquals(16_000_000.5, found.mean(), 1e-6);
		assertEquals(0.5, found.sd(), 1e-6);
	}

	@Test
	public void notANumberAndNothingAreNotCounted() {
		List<LabelStatistics> found = LabelStatistics.of(new float[]{1, Float.NaN, 3, Float.NaN}, new int[]{2, 2, 2, 4},
				Progress.NONE);
		assertEquals(new LabelStatistics(2, 2, 4, 2, Math.sqrt(2), 1, 3), found.get(0));
		assertEquals(0, found.get(1).count());
		assertTrue(Double.isNaN(found.get(1).mean()));
		assertEquals(List.of(), LabelStatistics.of(new short[4], new short[4], Progress.NONE));
		assertEquals(List.of(), LabelStatistics.of(new short[0], new int[0], Progress.NONE));
		assertEquals(List.of(), LabelShape.of(new short[0], new VolumeSize(0, 3, 3), Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> LabelStatistics.of(new short[3], new short[4], Progress.NONE));
		assertThrows(IllegalArgumentException.class,
				() -> LabelShape.of(new short[3], new VolumeSize(2, 2, 2), Progress.NONE));
	}
}
