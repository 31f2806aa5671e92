package org.annotomy.registration.intensity;

import java.util.function.DoubleUnaryOperator;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Transform;

/** A volume resampled through a known transform, as another scanner at another time would see the same body. */
final class MovedVolume {

	private MovedVolume() {}

	/**
	 * @param toFixed from the frame of the new volume to that of the given one
	 * @param size of the new volume
	 * @param toFrame its place in its own frame
	 * @param look what becomes of each value
	 */
	static Level of(Level fixed, AffineMap toFixed, VolumeSize size, Affine toFrame, DoubleUnaryOperator look, double outside) {
		float[] values = new float[size.arrayLength()];
		Interpolator interpolator = new Interpolator(fixed);
		Affine toVoxel = fixed.toFrame().inverse().after(toFixed.matrix()).after(toFrame);
		double[] found = new double[4];
		for (int z = 0, at = 0; z < size.nz(); z++)
			for (int y = 0; y < size.ny(); y++)
				for (int x = 0; x < size.nx(); x++) {
					Position p = toVoxel.apply(x, y, z);
					values[at++] = (float) look.applyAsDouble(interpolator.at(p.x(), p.y(), p.z(), found) ? found[0] : outside);
				}
		return new Level(values, size, toFrame);
	}

	/** The largest distance between two transforms over the voxels of a volume that are above a value. */
	static double worst(Level fixed, double above, Transform found, Transform wanted) {
		double worst = 0;
		int at = 0;
		for (int z = 0; z < fixed.size().nz(); z++)
			for (int y = 0; y < fixed.size().ny(); y++)
				for (int x = 0; x < fixed.size().nx(); x++)
					if (fixed.values()[at++] > above) {
						Position place = wanted.inverse().apply(fixed.toFrame().apply(x, y, z));
						worst = Math.max(worst, found.apply(place).distanceTo(wanted.apply(place)));
					}
		return worst;
	}
}
