package org.annotomy.segmentation.levelset;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;

/**
 * When a front that starts from seeds arrives at each voxel, if it moves at the speed given there: |∇time| · speed = 1 by upwind differences
 * of first order, one voxel after the other (Sethian 1996, doi:10.1073/pnas.93.4.1591). Of voxels that are reached at the same time the one
 * with the lower index comes first, so the result is always the same.
 */
public final class FastMarching {

	private static final String DOING = "Marching";
	private static final int CHECK_EVERY = 1 << 14;

	private final float[] speed;
	private final VolumeSize size;
	private final VoxelSpacing mm;
	private final float[] times;
	private final boolean[] reached;
	private final TimeHeap heap = new TimeHeap();

	/**
	 * How far the front goes.
	 *
	 * @param longest time after which it stops; infinite for none
	 * @param voxels how many it may reach, seeds included
	 */
	public record Stop(double longest, long voxels) {

		public static final Stop NEVER = new Stop(Double.POSITIVE_INFINITY, Long.MAX_VALUE);

		/** @throws IllegalArgumentException if one is negative or NaN */
		public Stop {
			if (!(longest >= 0) || voxels < 0)
				throw new IllegalArgumentException(
						"A front cannot stop after the time " + longest + " or " + voxels + " voxels.");
		}
	}

	private FastMarching(float[] speed, VolumeSize size, VoxelSpacing spacing) {
		this.speed = speed;
		this.size = size;
		mm = spacing;
		times = new float[speed.length];
		Arrays.fill(times, Float.POSITIVE_INFINITY);
		reached = new boolean[speed.length];
	}

	/**
	 * @param speed mm per unit of time, one for each voxel, x fastest; where it is 0 or less, or NaN, the front does not go
	 * @param seeds not 0 where the front starts, at time 0, whatever the speed
	 * @return infinite where it does not arrive before it stops
	 * @throws IllegalArgumentException if an array has another length than the volume
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static float[] times(float[] speed, byte[] seeds, VolumeSize size, VoxelSpacing spacing, Stop stop,
			Progress progress) {
		if (speed.length != size.arrayLength() || seeds.length != speed.length)
			throw new IllegalArgumentException("There are " + speed.length + " speeds and " + seeds.length + " seeds for "
					+ size.voxels() + " voxels.");
		FastMarching marching = new FastMarching(speed, size, spacing);
		marching.start(seeds);
		marching.run(stop, progress);
		return marching.times;
	}

	private void start(byte[] seeds) {
		for (int i = 0; i < seeds.length; i++)
			if (seeds[i] != 0) {
				times[i] = 0;
				heap.add(0, i);
			}
	}

	private void run(Stop stop, Progress progress) {
		long done = 0;
		long most = Math.min(stop.voxels(), times.length);
		while (!heap.isEmpty() && done < most) {
			long entry = heap.poll();
			int voxel = TimeHeap.voxel(entry);
			if (reached[voxel]) continue;
			if (TimeHeap.time(entry) > stop.longest()) break;
			reached[voxel] = true;
			if (done++ % CHECK_EVERY == 0) {
				progress.checkCancelled();
				progress.update(done / (double) most, DOING);
			}
			around(voxel);
		}
		for (int i = 0; i < times.length; i++)
			if (!reached[i]) times[i] = Float.POSITIVE_INFINITY;
	}

	private void around(int voxel) {
		int nx = size.nx();
		int x = voxel % nx;
		int y = voxel / nx % size.ny();
		int z = voxel / nx / size.ny();
		if (x > 0) renew(x - 1, y, z);
		if (x < nx - 1) renew(x + 1, y, z);
		if (y > 0) renew(x, y - 1, z);
		if (y < size.ny() - 1) renew(x, y + 1, z);
		if (z > 0) renew(x, y, z - 1);
		if (z < size.nz() - 1) renew(x, y, z + 1);
	}

	private void renew(int x, int y, int z) {
		int voxel = size.index(x, y, z);
		if (reached[voxel] || !(speed[voxel] > 0)) return;
		int plane = size.nx() * size.ny();
		float time = (float) Eikonal.solve(earlier(voxel, 1, x, size.nx()), earlier(voxel, size.nx(), y, size.ny()),
				earlier(voxel, plane, z, size.nz()), mm.xMm(), mm.yMm(), mm.zMm(), 1.0 / speed[voxel]);
		if (time >= times[voxel]) return;
		times[voxel] = time;
		heap.add(time, voxel);
	}

	/** Of the two neighbours along an axis that were reached, the earlier time. */
	private double earlier(int voxel, int step, int i, int n) {
		double before = i > 0 && reached[voxel - step] ? times[voxel - step] : Double.POSITIVE_INFINITY;
		double behind = i < n - 1 && reached[voxel + step] ? times[voxel + step] : Double.POSITIVE_INFINITY;
		return Math.min(before, behind);
	}
}
