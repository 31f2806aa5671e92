package org.annotomy.segmentation.component;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.BitVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Regions that grow from seeds through voxels that satisfy a condition. Seeds are places in the volume ({@link VolumeSize#index}); a seed
 * that does not satisfy the condition begins nothing, and without seeds the region is empty. Masks that come out hold 0 and 1.
 */
public final class RegionGrowing {

	private final VolumeSize size;
	private final int[] seeds;
	private final Connectivity connectivity;
	private final RegionLimit limit;

	private RegionGrowing(VolumeSize size, int[] seeds, Connectivity connectivity, RegionLimit limit) {
		this.size = size;
		this.seeds = seeds;
		this.connectivity = connectivity;
		this.limit = limit;
	}

	/** @throws IllegalArgumentException if a seed lies outside the volume */
	public static RegionGrowing from(int[] seeds, VolumeSize size, Connectivity connectivity) {
		for (int seed : seeds)
			if (seed < 0 || seed >= size.voxels())
				throw new IllegalArgumentException("A seed of the region lies outside the volume.");
		return new RegionGrowing(size, seeds.clone(), connectivity, RegionLimit.NONE);
	}

	/**
	 * The region does not reach farther than this from the nearest seed, measured straight from centre to centre.
	 *
	 * @throws IllegalArgumentException if the radius is not above 0
	 */
	public RegionGrowing within(double radiusMm, VoxelSpacing spacing) {
		return new RegionGrowing(size, seeds, connectivity, limit.and(RegionLimit.radius(size, seeds, radiusMm, spacing)));
	}

	/** The region stays in the slices of the seeds across an axis: neighbours are 4 or 8. */
	public RegionGrowing inSlices(Axis across) {
		return new RegionGrowing(size, seeds, connectivity, limit.and(RegionLimit.slices(size, seeds, across)));
	}

	/** {@link #connectedThreshold(short[], double, double, Progress)} without limits. */
	public static byte[] connectedThreshold(short[] values, VolumeSize size, int[] seeds, double low, double high,
			Connectivity connectivity, Progress progress) {
		return from(seeds, size, connectivity).connectedThreshold(values, low, high, progress);
	}

	/**
	 * Voxels whose values lie from {@code low} to {@code high}, both included: ITK's ConnectedThreshold.
	 *
	 * @throws IllegalArgumentException if the array has another length than the volume
	 * @throws org.annotomy.task.CancelledException if the user cancelled; likewise the others
	 */
	public byte[] connectedThreshold(short[] values, double low, double high, Progress progress) {
		return through(BitVolume.range(values, size, low, high, progress.part(0, 0.5)), progress.part(0.5, 1));
	}

	/** Likewise; NaN lies in no range. */
	public byte[] connectedThreshold(float[] values, double low, double high, Progress progress) {
		return through(BitVolume.range(values, size, low, high, progress.part(0, 0.5)), progress.part(0.5, 1));
	}

	/** Voxels that are marked already. @throws IllegalArgumentException if the box has another size than the volume */
	public Mask through(Mask open, Progress progress) {
		if (!open.size().equals(size))
			throw new IllegalArgumentException("The mask to grow through has another size than the volume.");
		return new Mask(open.box(), through(BitVolume.of(open.voxels(), size, progress.part(0, 0.3)), progress.part(0.3, 1)));
	}

	/**
	 * Voxels whose values differ from that of the first seed by no more than {@code tolerance}: scikit-image's {@code flood}.
	 */
	public byte[] flood(float[] values, double tolerance, Progress progress) {
		if (seeds.length == 0) return new byte[size.arrayLength()];
		double value = values[seeds[0]];
		return connectedThreshold(values, value - tolerance, value + tolerance, progress);
	}

	/** Likewise. */
	public byte[] flood(short[] values, double tolerance, Progress progress) {
		if (seeds.length == 0) return new byte[size.arrayLength()];
		double value = values[seeds[0]];
		return connectedThreshold(values, value - tolerance, value + tolerance, progress);
	}

	/**
	 * Voxels of which the whole neighbourhood lies in the range: ITK's NeighborhoodConnected. It does not leak through thin bridges. Beyond
	 * the sides of the volume there is nothing that could be out of range.
	 *
	 * @param radius how many voxels the neighbourhood reaches along x, y and z, 0 or more each
	 */
	public byte[] neighbourhoodConnected(float[] values, double low, double high, int[] radius, Progress progress) {
		BitVolume inRange = BitVolume.range(values, size, low, high, progress.part(0, 0.3));
		return through(BoxErosion.of(inRange, radius, progress.part(0.3, 0.6)), progress.part(0.6, 1));
	}

	/**
	 * Voxels within some standard deviations of the mean, both taken again and again from the region so far: ITK's ConfidenceConnected. It
	 * begins with the mean and deviation of the boxes around the seeds. Each range is widened so that it holds the values of all seeds.
	 *
	 * @param multiplier how many standard deviations
	 * @param iterations how often the region is grown again after the first time, 0 or more
	 * @param radius of the box around each seed, in voxels
	 */
	public byte[] confidenceConnected(float[] values, double multiplier, int iterations, int radius, Progress progress) {
		if (seeds.length == 0) return new byte[size.arrayLength()];
		Confidence confidence = new Confidence(values, size, seeds, multiplier);
		double[] range = confidence.aroundSeeds(radius);
		BitVolume region = grown(values, range, progress.part(0, 1.0 / (iterations + 1)));
		for (int i = 1; i <= iterations; i++) {
			range = confidence.of(region);
			region = grown(values, range, progress.part((double) i / (iterations + 1), (i + 1.0) / (iterations + 1)));
		}
		return region.toMask(progress.part(1, 1));
	}

	private BitVolume grown(float[] values, double[] range, Progress progress) {
		BitVolume open = BitVolume.range(values, size, range[0], range[1], progress.part(0, 0.5));
		limit.apply(open);
		return Flood.from(seeds, open, connectivity, progress.part(0.5, 1));
	}

	private byte[] through(BitVolume open, Progress progress) {
		limit.apply(open);
		return Flood.from(seeds, open, connectivity, progress.part(0, 0.7)).toMask(progress.part(0.7, 1));
	}
}
