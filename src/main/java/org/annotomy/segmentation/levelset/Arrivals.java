package org.annotomy.segmentation.levelset;

import java.util.Arrays;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;

/** When a front arrived at the voxels of a part of an image. What it has reached at any time can be told without marching again. */
public final class Arrivals {

	private static final int MOST_SAMPLES = 1 << 20;

	private final float[] times;
	private final VoxelBox box;
	private final float[] sample;
	private final int step;
	/** When it arrives at the last voxel that it reaches. */
	private final float last;

	/** @param times of the voxels of the box, x fastest; infinite where it does not arrive; kept */
	Arrivals(float[] times, VoxelBox box) {
		this.times = times;
		this.box = box;
		step = step(times.length);
		float[] some = new float[samples(times.length)];
		int count = 0;
		for (int i = 0; i < some.length; i++)
			if (!Float.isInfinite(times[i * step])) some[count++] = times[i * step];
		Arrays.parallelSort(some, 0, count);
		sample = Arrays.copyOf(some, count);
		last = last(times);
	}

	private static int step(int voxels) {
		return voxels / MOST_SAMPLES + 1;
	}

	/** How many of so many voxels are looked at: the first one, and one in each step from there. */
	static int samples(int voxels) {
		return voxels == 0 ? 0 : (voxels - 1) / step(voxels) + 1;
	}

	private static float last(float[] times) {
		float last = 0;
		for (float time : times)
			if (time > last && !Float.isInfinite(time)) last = time;
		return last;
	}

	/** What the front has reached at a time: on the smallest box around it. */
	public Mask until(double time) {
		return Signs.below(times, level(time), box);
	}

	/** Whether {@link #about} says exactly how many. */
	public boolean isExact() { return step == 1; }

	/** About how many voxels that are: counted exactly or in one of so many voxels that about half a million or more are looked at. */
	public long about(double time) {
		int at = Arrays.binarySearch(sample, level(time));
		int reached = at < 0 ? -at - 1 : at;
		while (reached < sample.length && sample[reached] <= level(time))
			reached++;
		return (long) reached * step;
	}

	/**
	 * A time by the size of what is reached then: the same steps make it about as much thicker each time.
	 *
	 * @param part of the way, from 0 to 1: at 1 all is reached that ever is
	 */
	public double timeAt(double part) {
		if (sample.length == 0 || part >= 1) return last;
		double rank = part * part * part * (sample.length - 1);
		return sample[(int) Math.round(Math.max(0, Math.min(sample.length - 1, rank)))];
	}

	/** The part of the way to a time: the inverse of {@link #timeAt}. */
	public double partAt(double time) {
		int at = Arrays.binarySearch(sample, level(time));
		return sample.length < 2 ? 1 : Math.cbrt(Math.min(1, (at < 0 ? -at - 1 : at) / (sample.length - 1.0)));
	}

	/** Times are single numbers: one that is not is taken as the largest that is no later. */
	private static float level(double time) {
		float nearest = (float) time;
		return Math.min(Float.MAX_VALUE, nearest > time ? Math.nextDown(nearest) : nearest);
	}

	/**
	 * What is reached of a slice of the image, 1 for each voxel, row by row.
	 *
	 * @param image the size of the whole image
	 * @return null if nothing is
	 */
	public byte[] slice(Axis across, int slice, double time, VolumeSize image) {
		float level = level(time);
		byte[] reached = null;
		int columns = across.columns(image);
		for (int row = 0, i = 0; row < across.rows(image); row++)
			for (int column = 0; column < columns; column++, i++) {
				int x = across.x(column, row, slice);
				int y = across.y(column, row, slice);
				int z = across.z(column, row, slice);
				if (!box.contains(x, y, z)) continue;
				if (!(times[box.size().index(x - box.x(), y - box.y(), z - box.z())] <= level)) continue;
				if (reached == null) reached = new byte[columns * across.rows(image)];
				reached[i] = 1;
			}
		return reached;
	}
}
