package org.annotomy.registration.intensity;

import java.util.Arrays;

import org.annotomy.geometry.Position;

/**
 * Places of the fixed image with its values there.
 *
 * @param places x y z x y z … in the frame of the fixed image
 * @param values as many
 */
public record Samples(double[] places, float[] values) {

	/** Powers of the inverse of the root of x⁴ = x + 1: steps that fill a cube evenly (Roberts, 2018). */
	private static final double[] STEPS = {0.8191725133961645, 0.6710436067037893, 0.5497004779019703};

	int size() {
		return values.length;
	}

	/** The centres of all voxels. */
	public static Samples all(Level level) {
		double[] places = new double[3 * level.values().length];
		int at = 0;
		for (int z = 0; z < level.size().nz(); z++)
			for (int y = 0; y < level.size().ny(); y++)
				for (int x = 0; x < level.size().nx(); x++) {
					Position p = level.toFrame().apply(x, y, z);
					places[at++] = p.x();
					places[at++] = p.y();
					places[at++] = p.z();
				}
		return new Samples(places, level.values());
	}

	/** Places spread evenly over the volume, the same ones each time. They lie between voxels, so that no grid favours a transform. */
	static Samples spread(Level level, int most) {
		int count = (int) Math.min(most, level.size().voxels());
		double[] places = new double[3 * count];
		float[] values = new float[count];
		Interpolator interpolator = new Interpolator(level);
		double[] value = new double[4];
		int kept = 0;
		for (int i = 1; i <= count; i++) {
			double x = (level.size().nx() - 1) * fraction(i, 0);
			double y = (level.size().ny() - 1) * fraction(i, 1);
			double z = (level.size().nz() - 1) * fraction(i, 2);
			if (!interpolator.at(x, y, z, value)) continue;
			Position p = level.toFrame().apply(x, y, z);
			values[kept] = (float) value[0];
			places[3 * kept] = p.x();
			places[3 * kept + 1] = p.y();
			places[3 * kept++ + 2] = p.z();
		}
		return kept == count
				? new Samples(places, values)
				: new Samples(Arrays.copyOf(places, 3 * kept), Arrays.copyOf(values, kept));
	}

	private static double fraction(int i, int axis) {
		double at = 0.5 + i * STEPS[axis];
		return at - Math.floor(at);
	}
}
