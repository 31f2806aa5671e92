package org.annotomy.segmentation.threshold;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.Locale;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.json.JsonObject;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.segmentation.SegmentationOracle;
import org.annotomy.segmentation.threshold.LocalThreshold.Method;
import org.annotomy.task.Progress;
import org.junit.Test;

public class LocalThresholdTest {

	/** Boxes of 9 × 7 × 5 voxels. */
	private static final VoxelSpacing SPACING = new VoxelSpacing(1, 4 / 3.0, 2);

	@Test
	public void awayFromTheSidesItIsThatOfScikitImage() throws IOException {
		VolumeSize size = FormulaVolume.SIZE;
		for (JsonObject row : SegmentationOracle.rows("local")) {
			Method method = Method.valueOf(row.string("method", "").toUpperCase(Locale.ROOT));
			float[] values = FormulaVolume.floats();
			for (int i = 0; i < values.length && method == Method.SAUVOLA; i++)
				values[i] += 40;
			byte[] mask = new LocalThreshold(method, row.number("k", 0), 128).of(values, size, SPACING, 4, Progress.NONE);
			int voxels = 0;
			for (int i = 0; i < mask.length; i++)
				if (nearSide(i, size)) mask[i] = 0;
				else voxels += mask[i];
			assertEquals(method.name(), (int) row.number("voxels", -1), voxels);
			assertEquals((long) row.number("sum", -1), FormulaVolume.weighted(mask));
		}
	}

	private static boolean nearSide(int i, VolumeSize size) {
		int x = i % size.nx();
		int y = i / size.nx() % size.ny();
		int z = i / size.nx() / size.ny();
		return x < 4 || x >= size.nx() - 4 || y < 3 || y >= size.ny() - 3 || z < 2 || z >= size.nz() - 2;
	}

	@Test
	public void atTheSidesBoxesAreCutOffAndNotANumberDoesNotCount() {
		VolumeSize size = new VolumeSize(11, 7, 35);
		Random random = new Random(5);
		float[] values = new float[size.arrayLength()];
		for (int i = 0; i < values.length; i++)
			values[i] = i % 31 == 4 ? Float.NaN : random.nextInt(200) - 100;
		for (Method method : Method.values()) {
			byte[] mask = new LocalThreshold(method, 0.3, 50).of(values, size, new VoxelSpacing(1, 1, 2), 4, Progress.NONE);
			byte[] expected = new byte[mask.length];
			for (int i = 0; i < mask.length; i++)
				expected[i] = (byte) (values[i] > bruteForce(values, size, i, method) ? 1 : 0);
			assertArrayEquals(method.name(), expected, mask);
		}
	}

	private static double bruteForce(float[] values, VolumeSize size, int i, Method method) {
		double count = 0;
		double sum = 0;
		double squares = 0;
		for (int dz = -2; dz <= 2; dz++)
			for (int dy = -4; dy <= 4; dy++)
				for (int dx = -4; dx <= 4; dx++) {
					int x = i % size.nx() + dx;
					int y = i / size.nx() % size.ny() + dy;
					int z = i / size.nx() / size.ny() + dz;
					if (!size.contains(x, y, z) || Float.isNaN(values[size.index(x, y, z)])) continue;
					double value = values[size.index(x, y, z)];
					count++;
					sum += value;
					squares += value * value;
				}
		double mean = sum / count;
		return method.threshold(mean, Math.sqrt(squares / count - mean * mean), 0.3, 50);
	}

	@Test
	public void whatMakesNoSenseIsRefused() {
		VolumeSize size = new VolumeSize(2, 2, 2);
		assertThrows(IllegalArgumentException.class, () -> new LocalThreshold(Method.SAUVOLA, 0.2, 0));
		LocalThreshold threshold = new LocalThreshold(Method.MEAN, 0, 1);
		assertThrows(IllegalArgumentException.class, () -> threshold.of(new float[8], size, SPACING, -1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> threshold.of(new float[7], size, SPACING, 1, Progress.NONE));
		assertEquals(0, threshold.of(new float[0], new VolumeSize(0, 2, 2), SPACING, 1, Progress.NONE).length);
	}

	@Test
	public void rangesHoldTheirEnds() {
		short[] shorts = {-32768, -2, -1, 0, 1, 2, 32767};
		float[] floats = {-32768, -2, -1, 0, 1, 2, 32767, Float.NaN};
		for (double low : new double[]{Double.NEGATIVE_INFINITY, -2, -1.5, 0, 1e9})
			for (double high : new double[]{Double.POSITIVE_INFINITY, 1, 1.5, -1e9, -32768}) {
				byte[] inRange = Threshold.range(shorts, low, high, Progress.NONE);
				byte[] alike = Threshold.range(floats, low, high, Progress.NONE);
				for (int i = 0; i < 7; i++) {
					assertEquals(shorts[i] >= low && shorts[i] <= high ? 1 : 0, inRange[i]);
					assertEquals(inRange[i], alike[i]);
				}
				assertEquals(0, alike[7]);
			}
		assertArrayEquals(new byte[]{0, 0, 0, 0, 0, 1, 1}, Threshold.above(shorts, 1, Progress.NONE));
		assertArrayEquals(new byte[]{0, 0, 0, 0, 1, 1, 1, 0}, Threshold.above(floats, 0.5, Progress.NONE));
	}
}
