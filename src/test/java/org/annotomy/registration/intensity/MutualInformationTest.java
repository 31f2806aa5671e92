package org.annotomy.registration.intensity;

import static org.junit.Assert.assertEquals;

import java.util.Random;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.junit.Test;

public class MutualInformationTest {

	private static Level wavy(int seed, double period) {
		Random random = new Random(seed);
		VolumeSize size = new VolumeSize(24, 20, 12);
		float[] values = new float[size.arrayLength()];
		for (int i = 0; i < values.length; i++) {
			int x = i % 24;
			int y = i / 24 % 20;
			int z = i / 480;
			values[i] = (float) (50 * Math.sin(x / period) * Math.cos(y / period) + 3 * z + random.nextDouble());
		}
		return new Level(values, size, Affine.ofRows(1, 0.1, 0, -5, 0, 1.2, 0, 3, 0, 0.2, 2, 4));
	}

	@Test
	public void gradientIsTheDerivative() {
		Level fixed = wavy(1, 3);
		Level moving = wavy(2, 2.5);
		MutualInformation information = new MutualInformation(Samples.spread(fixed, 3000), ValueRange.of(fixed, "fixed"), moving,
				ValueRange.of(moving, "moving"), fixed.middle());
		Position c = fixed.middle();
		double[] rows = {1.02, 0.03, 0, c.x() + 0.4, 0.01, 0.97, 0.02, c.y() - 0.3, 0.02, 0, 1, c.z() + 0.2};
		double[] gradient = information.of(Affine.ofRows(rows)).gradient();
		for (int i = 0; i < 12; i++) {
			double h = i % 4 == 3 ? 1e-5 : 1e-6;
			double[] above = rows.clone();
			double[] below = rows.clone();
			above[i] += h;
			below[i] -= h;
			double slope = (information.of(Affine.ofRows(above)).value() - information.of(Affine.ofRows(below)).value())
					/ (2 * h);
			assertEquals("number " + i, slope, gradient[i], 0.02 * Math.abs(slope) + 1e-3);
		}
	}

	@Test
	public void valuesThatTellNothingShareNoInformation() {
		Level fixed = wavy(3, 3);
		Random random = new Random(4);
		float[] noise = new float[fixed.values().length];
		for (int i = 0; i < noise.length; i++)
			noise[i] = random.nextFloat();
		Level moving = new Level(noise, fixed.size(), fixed.toFrame());
		ValueRange one = ValueRange.of(fixed, "fixed");
		double none = new MutualInformation(Samples.all(fixed), one, moving, ValueRange.of(moving, "moving"), fixed.middle())
				.value(Affine.IDENTITY);
		double all = new MutualInformation(Samples.all(fixed), one, fixed, one, fixed.middle()).value(Affine.IDENTITY);
		assertEquals("only the bias of few samples is left", 0.15, none, 0.15);
		assertEquals("the entropy of the values, less what the spline blurs", 2.7, all, 0.6);
	}
}
