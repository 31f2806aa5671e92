package org.annotomy.segmentation.component;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.BitVolume;

/** Where a region may not grow, whatever the values are. */
@FunctionalInterface
interface RegionLimit {

	RegionLimit NONE = open -> {};

	/** Clears the voxels that are out of bounds. */
	void apply(BitVolume open);

	default RegionLimit and(RegionLimit other) {
		return open -> {
			apply(open);
			other.apply(open);
		};
	}

	/** In one of the balls around the seeds. */
	static RegionLimit radius(VolumeSize size, int[] seeds, double radiusMm, VoxelSpacing spacing) {
		if (!(radiusMm > 0))
			throw new IllegalArgumentException("The largest radius of a region must be above 0 mm but is " + radiusMm + ".");
		return open -> {
			BitVolume balls = new BitVolume(size);
			for (int seed : seeds)
				addBall(balls, seed, radiusMm, spacing);
			open.retain(balls);
		};
	}

	private static void addBall(BitVolume balls, int seed, double radiusMm, VoxelSpacing spacing) {
		VolumeSize size = balls.size();
		int x = seed % size.nx();
		int y = seed / size.nx() % size.ny();
		int z = seed / size.nx() / size.ny();
		int overY = (int) Math.min(size.ny(), radiusMm / spacing.yMm());
		int overZ = (int) Math.min(size.nz(), radiusMm / spacing.zMm());
		for (int atZ = Math.max(0, z - overZ); atZ <= Math.min(size.nz() - 1, z + overZ); atZ++)
			for (int atY = Math.max(0, y - overY); atY <= Math.min(size.ny() - 1, y + overY); atY++) {
				double dy = (atY - y) * spacing.yMm();
				double dz = (atZ - z) * spacing.zMm();
				double left = radiusMm * radiusMm - dy * dy - dz * dz;
				if (left < 0) continue;
				int overX = (int) Math.min(size.nx(), Math.sqrt(left) / spacing.xMm());
				balls.set(atY + size.ny() * atZ, Math.max(0, x - overX), Math.min(size.nx(), x + overX + 1));
			}
	}

	/** In the planes of the seeds across an axis. */
	static RegionLimit slices(VolumeSize size, int[] seeds, Axis across) {
		boolean[] wanted = new boolean[across.slices(size)];
		for (int seed : seeds)
			wanted[across.slice(seed % size.nx(), seed / size.nx() % size.ny(), seed / size.nx() / size.ny())] = true;
		return open -> {
			BitVolume planes = new BitVolume(size);
			for (int row = 0; row < planes.rows(); row++)
				if (across != Axis.X && wanted[across.slice(0, row % size.ny(), row / size.ny())]) planes.set(row, 0, size.nx());
			else
					for (int x = 0; across == Axis.X && x < wanted.length; x++)
						if (wanted[x]) planes.set(x, row);
			open.retain(planes);
		};
	}
}
