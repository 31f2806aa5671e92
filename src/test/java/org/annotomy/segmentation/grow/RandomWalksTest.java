package org.annotomy.segmentation.grow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.task.Progress;
import org.junit.Test;

public class RandomWalksTest {

	private static final VoxelSpacing CUBES = new VoxelSpacing(1, 1, 1);

	private static byte[] grown(float factor, float offset, boolean noise) {
		float[] values = noise ? FormulaVolume.ballValues() : new float[FormulaVolume.SIZE.arrayLength()];
		byte[] ball = FormulaVolume.ballMask();
		for (int i = 0; i < values.length; i++)
			values[i] = factor * (noise ? values[i] : 90 * ball[i]) + offset;
		byte[] seeds = new byte[values.length];
		seeds[FormulaVolume.SIZE.index(18, 14, 11)] = 1;
		seeds[FormulaVolume.SIZE.index(1, 1, 1)] = 2;
		return new RandomWalks(RandomWalks.USUAL_BETA).begin(values, FormulaVolume.SIZE, CUBES, null).grow(seeds, Progress.NONE);
	}

	/** One seed in a ball in noise, one in a far corner; the usual beta. */
	@Test
	public void oneSeedTakesWhatABorderSurroundsWhateverTheUnit() {
		byte[] plain = grown(1, 0, false);
		byte[] ball = FormulaVolume.ballMask();
		for (int i = 0; i < ball.length; i++)
			assertEquals("voxel " + i, ball[i] == 1 ? 1 : 2, plain[i]);
		assertArrayEquals(grown(1, 0, true), grown(64, 0, true));
		assertArrayEquals(grown(1, 0, true), grown(1, 1024, true));
	}

	@Test
	public void wrongNumbersAreRefused() {
		for (double wrong : new double[]{-1, Double.NaN, Double.POSITIVE_INFINITY})
			assertThrows(IllegalArgumentException.class, () -> new RandomWalks(wrong));
	}
}
