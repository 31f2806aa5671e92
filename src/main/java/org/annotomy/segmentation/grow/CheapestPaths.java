package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;

/**
 * Seeds grow along the cheapest paths: {@link GrowCut}.
 *
 * @param seedLocality what a millimetre away from a seed costs, in units of the image's values; 0 for nothing
 */
public record CheapestPaths(double seedLocality) implements SeedMethod {

	/** @throws IllegalArgumentException if the number is negative or not finite */
	public CheapestPaths {
		if (!(seedLocality >= 0) || Double.isInfinite(seedLocality))
			throw new IllegalArgumentException("Seed locality must be finite and 0 or more but is " + seedLocality + ".");
	}

	@Override
	public Growth begin(float[] values, VolumeSize size, VoxelSpacing spacing, byte[] open) {
		GrowCut growth = new GrowCut(values, size, spacing, seedLocality, open);
		return (seeds, progress) -> growth.grow(seeds, progress).clone();
	}

	@Override
	public String editName() {
		return "Grow from seeds";
	}
}
