package org.annotomy.segmentation.surface;

import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * Smooths a net of labels, the same vertices for both labels of a border, so that no gap opens: as {@link SurfaceSmoothing}, but no vertex
 * leaves its cell (Gibson 1998, doi:10.1007/BFb0056277). So none moves by more than half a voxel along each axis.
 */
final class NetSmoothing {

	private static final String DOING = "Smoothing a surface";
	private static final int LEAST_VERTICES = 4096;

	private NetSmoothing() {}

	/**
	 * @param step from voxel to voxel, in mm
	 * @param rounds of one step forth and one back
	 */
	static LabelNet relaxed(LabelNet net, double[] step, int rounds, Progress progress) {
		int vertices = net.xyz().length / 3;
		if (rounds == 0 || vertices == 0) return net;
		int[] start = new int[vertices + 1];
		int[] neighbours = neighbours(net.quads(), start);
		float[] from = net.xyz();
		float[] to = new float[from.length];
		float[] spare = new float[from.length];
		for (int i = 0; i < 2 * rounds; i++) {
			double factor = i % 2 == 0 ? SurfaceSmoothing.FORTH : SurfaceSmoothing.BACK;
			float[] source = from;
			float[] target = to;
			Ranges.forEach(vertices, Ranges.pieces(vertices, LEAST_VERTICES),
					progress.part(i / (2.0 * rounds), (i + 1) / (2.0 * rounds)),
					DOING, (piece, first, end) -> {
						for (int v = first; v < end; v++)
							move(v, factor, source, target, net.xyz(), step, start, neighbours);
					});
			from = target;
			to = spare;
			spare = target;
		}
		return new LabelNet(from, net.quads(), net.sides());
	}

	/** A neighbour stands there once for each quad that both have: twice along a border of two labels. */
	private static int[] neighbours(int[] quads, int[] start) {
		for (int vertex : quads)
			start[vertex + 1] += 2;
		for (int v = 0; v + 1 < start.length; v++)
			start[v + 1] += start[v];
		int[] next = start.clone();
		int[] neighbours = new int[2 * quads.length];
		for (int quad = 0; quad < quads.length; quad += 4)
			for (int k = 0; k < 4; k++) {
				int v = quads[quad + k];
				neighbours[next[v]++] = quads[quad + (k + 1) % 4];
				neighbours[next[v]++] = quads[quad + (k + 3) % 4];
			}
		return neighbours;
	}

	private static void move(int v, double factor, float[] from, float[] to, float[] centres, double[] step, int[] start,
			int[] neighbours) {
		int count = start[v + 1] - start[v];
		for (int k = 0; k < 3; k++) {
			double sum = 0;
			for (int i = start[v]; i < start[v + 1]; i++)
				sum += from[3 * neighbours[i] + k];
			double here = from[3 * v + k];
			double moved = here + factor * (sum / count - here);
			double centre = centres[3 * v + k];
			to[3 * v + k] = (float) Math.max(centre - step[k] / 2, Math.min(centre + step[k] / 2, moved));
		}
	}
}
