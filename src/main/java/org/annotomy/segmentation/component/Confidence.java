package org.annotomy.segmentation.component;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.BitVolume;

/** Ranges of values around a mean, as wide as the values spread. */
final class Confidence {

	private final float[] values;
	private final VolumeSize size;
	private final int[] seeds;
	private final double multiplier;

	private long count;
	private double sum;
	private double squares;

	Confidence(float[] values, VolumeSize size, int[] seeds, double multiplier) {
		this.values = values;
		this.size = size;
		this.seeds = seeds;
		this.multiplier = multiplier;
	}

	/** From the boxes around the seeds; what lies beyond the volume does not count. @return lowest and highest value */
	double[] aroundSeeds(int radius) {
		clear();
		for (int seed : seeds) {
			int x = seed % size.nx();
			int y = seed / size.nx() % size.ny();
			int z = seed / size.nx() / size.ny();
			for (int atZ = Math.max(0, z - radius); atZ <= Math.min(size.nz() - 1, z + radius); atZ++)
				for (int atY = Math.max(0, y - radius); atY <= Math.min(size.ny() - 1, y + radius); atY++)
					for (int atX = Math.max(0, x - radius); atX <= Math.min(size.nx() - 1, x + radius); atX++)
						add(values[size.index(atX, atY, atZ)]);
		}
		return range();
	}

	/** From the voxels of a region. */
	double[] of(BitVolume region) {
		clear();
		for (int row = 0; row < region.rows(); row++)
			for (int x = region.nextSet(row, 0); x < size.nx(); x = region.nextSet(row, x + 1))
				add(values[row * size.nx() + x]);
		return range();
	}

	private void clear() {
		count = 0;
		sum = 0;
		squares = 0;
	}

	private void add(double value) {
		count++;
		sum += value;
		squares += value * value;
	}

	private double[] range() {
		double mean = count == 0 ? 0 : sum / count;
		double deviation = count < 2 ? 0 : Math.sqrt(Math.max(0, (squares - sum * sum / count) / (count - 1)));
		double low = mean - multiplier * deviation;
		double high = mean + multiplier * deviation;
		for (int seed : seeds) {
			low = Math.min(low, values[seed]);
			high = Math.max(high, values[seed]);
		}
		return new double[]{low, high};
	}
}
