package org.annotomy.segmentation.surface;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * Smooths closed surfaces without shrinking them: steps towards the mean of the neighbours and somewhat larger steps back, in turn (Taubin
 * 1995, doi:10.1145/218380.218473). The pass band ends at 0.1; the same for any number of threads.
 */
public final class SurfaceSmoothing {

	static final double FORTH = 0.5;
	private static final double PASS_BAND = 0.1;
	static final double BACK = 1 / (PASS_BAND - 1 / FORTH);
	private static final String DOING = "Smoothing a surface";
	private static final int LEAST_VERTICES = 4096;

	private SurfaceSmoothing() {}

	/**
	 * @param mesh closed; not changed
	 * @param rounds of one step forth and one back; 0 changes nothing, 10 to 20 take the steps between voxels away
	 * @throws IllegalArgumentException if the rounds are negative
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static TriangleMesh taubin(TriangleMesh mesh, int rounds, Progress progress) {
		if (rounds < 0) throw new IllegalArgumentException("A surface cannot be smoothed " + rounds + " times.");
		if (rounds == 0 || mesh.isEmpty()) return mesh;
		Neighbours neighbours = Neighbours.of(mesh);
		float[] from = mesh.xyz();
		float[] middle = new float[from.length];
		float[] to = new float[from.length];
		for (int round = 0; round < rounds; round++) {
			Progress part = progress.part(round / (double) rounds, (round + 1.0) / rounds);
			step(from, middle, neighbours, FORTH, part.part(0, 0.5));
			step(middle, to, neighbours, BACK, part.part(0.5, 1));
			from = to;
		}
		return new TriangleMesh(to, mesh.corners());
	}

	/** {@code from} may be {@code to} of the step before, never of the same one. */
	private static void step(float[] from, float[] to, Neighbours neighbours, double factor, Progress progress) {
		int vertices = from.length / 3;
		Ranges.forEach(vertices, Ranges.pieces(vertices, LEAST_VERTICES), progress, DOING, (piece, first, end) -> {
			for (int v = first; v < end; v++)
				move(v, from, to, neighbours, factor);
		});
	}

	private static void move(int v, float[] from, float[] to, Neighbours neighbours, double factor) {
		int begin = neighbours.start()[v];
		int end = neighbours.start()[v + 1];
		double x = 0;
		double y = 0;
		double z = 0;
		for (int i = begin; i < end; i++) {
			int n = 3 * neighbours.vertices()[i];
			x += from[n];
			y += from[n + 1];
			z += from[n + 2];
		}
		int at = 3 * v;
		double part = end == begin ? 0 : factor;
		int count = Math.max(1, end - begin);
		to[at] = (float) (from[at] + part * (x / count - from[at]));
		to[at + 1] = (float) (from[at + 1] + part * (y / count - from[at + 1]));
		to[at + 2] = (float) (from[at + 2] + part * (z / count - from[at + 2]));
	}
}
