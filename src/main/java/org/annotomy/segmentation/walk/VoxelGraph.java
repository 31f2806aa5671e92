package org.annotomy.segmentation.walk;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.IntRing;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * The voxels that walks start from, as points of a graph joined to their six neighbours; seeds are the ground. Only voxels from which a seed
 * can be reached are in it.
 */
final class VoxelGraph {

	private static final double LEAST = 1e-10;
	private static final int OUTSIDE = -1;
	private static final int LEAST_POINTS = 1 << 14;

	private final float[] values;
	private final byte[] seeds;
	private final VolumeSize size;
	private final double beta;
	/** Along x, y and z: what divides differences, and what multiplies conductances. */
	private final double[] way = new double[3];
	/** The point of each voxel, or {@link #OUTSIDE}. */
	private final int[] point;
	/** The voxel of each point, from the first to the last. */
	final int[] voxel;

	VoxelGraph(float[] values, byte[] seeds, VolumeSize size, VoxelSpacing spacing, double beta, byte[] open) {
		this.values = values;
		this.seeds = seeds;
		this.size = size;
		this.beta = beta;
		double finest = Math.min(spacing.xMm(), Math.min(spacing.yMm(), spacing.zMm()));
		way[0] = spacing.xMm() / finest;
		way[1] = spacing.yMm() / finest;
		way[2] = spacing.zMm() / finest;
		point = new int[values.length];
		voxel = reached(open);
	}

	/** Seeds are gone out from over open voxels; what is reached is numbered in the order of the volume. */
	private int[] reached(byte[] open) {
		IntRing queue = new IntRing();
		int count = 0;
		Arrays.fill(point, OUTSIDE);
		for (int i = 0; i < seeds.length; i++)
			if (seeds[i] != 0) count += spread(i, open, queue);
		while (!queue.isEmpty())
			count += spread(queue.poll(), open, queue);
		int[] voxels = new int[count];
		int number = 0;
		for (int i = 0; i < point.length; i++)
			if (point[i] != OUTSIDE) {
				voxels[number] = i;
				point[i] = number++;
			}
		return voxels;
	}

	/** @return how many were not known before */
	private int spread(int from, byte[] open, IntRing queue) {
		int reached = 0;
		for (int d = 0; d < 6; d++) {
			int to = neighbour(from, d);
			if (to < 0 || point[to] != OUTSIDE || seeds[to] != 0 || open != null && open[to] == 0 || Float.isNaN(values[to]))
				continue;
			point[to] = 0;
			queue.add(to);
			reached++;
		}
		return reached;
	}

	/** Directions 0 and 1 run along x, 2 and 3 along y, 4 and 5 along z. @return less than 0 if there is none */
	private int neighbour(int i, int direction) {
		int x = i % size.nx();
		int row = i / size.nx();
		int plane = size.nx() * size.ny();
		return switch (direction) {
			case 0 -> x == 0 ? -1 : i - 1;
			case 1 -> x == size.nx() - 1 ? -1 : i + 1;
			case 2 -> row % size.ny() == 0 ? -1 : i - size.nx();
			case 3 -> row % size.ny() == size.ny() - 1 ? -1 : i + size.nx();
			case 4 -> i - plane;
			default -> i + plane < point.length ? i + plane : -1;
		};
	}

	/** How easily a walk goes from voxel to voxel, across a side of the finest spacing at the most. */
	private double weight(int a, int b, int direction) {
		double along = way[direction / 2];
		double step = ((double) values[a] - values[b]) / along;
		return (Math.exp(-beta / 10 * step * step) + LEAST) / (along * along);
	}

	private boolean isSeed(int i) {
		return seeds[i] != 0 && !Float.isNaN(values[i]);
	}

	ConductanceGraph graph(Progress progress) {
		int[] start = new int[voxel.length + 1];
		for (int p = 0; p < voxel.length; p++) {
			int lines = 0;
			for (int d = 0; d < 6; d++) {
				int to = neighbour(voxel[p], d);
				if (to >= 0 && point[to] != OUTSIDE) lines++;
			}
			start[p + 1] = start[p] + lines;
		}
		int[] to = new int[start[voxel.length]];
		float[] weight = new float[to.length];
		float[] ground = new float[voxel.length];
		Ranges.forEach(voxel.length, Ranges.pieces(voxel.length, LEAST_POINTS), progress, RandomWalker.DOING,
				(piece, from, end) -> {
					for (int p = from; p < end; p++)
						join(p, start[p], to, weight, ground);
				});
		return new ConductanceGraph(start, to, weight, ground);
	}

	private void join(int p, int first, int[] to, float[] weight, float[] ground) {
		int at = first;
		double toGround = 0;
		for (int d = 0; d < 6; d++) {
			int other = neighbour(voxel[p], d);
			if (other < 0) continue;
			if (point[other] != OUTSIDE) {
				to[at] = point[other];
				weight[at++] = (float) weight(voxel[p], other, d);
			} else
				if (isSeed(other)) toGround += weight(voxel[p], other, d);
		}
		ground[p] = (float) toGround;
	}

	/** What leaves each point if the seeds of a label have potential 1 and the others 0. */
	double[] currents(byte label, ConductanceGraph graph) {
		double[] currents = new double[voxel.length];
		for (int p = 0; p < voxel.length; p++) {
			if (graph.ground[p] == 0) continue;
			double own = 0;
			double all = 0;
			for (int d = 0; d < 6; d++) {
				int other = neighbour(voxel[p], d);
				if (other < 0 || point[other] != OUTSIDE || !isSeed(other)) continue;
				double weight = weight(voxel[p], other, d);
				all += weight;
				if (seeds[other] == label) own += weight;
			}
			// As the graph rounds it, so that the probabilities of all labels add up to 1.
			currents[p] = own == all ? graph.ground[p] : graph.ground[p] * (own / all);
		}
		return currents;
	}
}
