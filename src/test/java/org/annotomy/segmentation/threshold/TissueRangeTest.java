package org.annotomy.segmentation.threshold;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.Test;

public class TissueRangeTest {

	private final Random random = new Random(20261127);

	private double[] noisy(double mean, double deviation, int count) {
		return DoubleStream.generate(() -> mean + deviation * random.nextGaussian()).limit(count).toArray();
	}

	private static double[] joined(double[]... parts) {
		return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
	}

	@Test
	public void endsLieHalfwayToTheNearestTissueOnEachSide() {
		TissueRange range = TissueRange.of(noisy(70, 12, 400),
				joined(noisy(-860, 25, 500), noisy(-95, 12, 300), noisy(70, 12, 200), noisy(180, 12, 150)));
		assertEquals((70 - 95) / 2.0, range.low(), 6);
		assertEquals((70 + 180) / 2.0, range.high(), 6);
		assertEquals(70, range.middle(), 3);
		assertEquals(12, range.deviation(), 2);
	}

	/** Values on the way from one tissue to the other, as voxels at borders have them, are no tissue. */
	@Test
	public void mixedValuesMoveNothing() {
		double[] mixed = random.doubles(250, -850, 20).toArray();
		TissueRange range = TissueRange.of(noisy(30, 10, 200), joined(noisy(-860, 15, 700), mixed));
		assertEquals((30 - 860) / 2.0, range.low(), 8);
		assertEquals(Double.POSITIVE_INFINITY, range.high(), 0);
	}

	@Test
	public void whereAllIsAlikeTheRangeHasNoEnd() {
		TissueRange range = TissueRange.of(noisy(30, 10, 200), noisy(30, 10, 500));
		assertEquals(Double.NEGATIVE_INFINITY, range.low(), 0);
		assertEquals(Double.POSITIVE_INFINITY, range.high(), 0);
	}

	@Test
	public void oneValueWithinIsEnoughAndNoneIsNot() {
		TissueRange range = TissueRange.of(new double[]{100, Double.NaN}, new double[]{0, 0, 0, Double.NaN});
		assertEquals(50, range.low(), 0);
		assertThrows(IllegalArgumentException.class, () -> TissueRange.of(new double[]{Double.NaN}, new double[]{1}));
	}
}
