package org.annotomy.segmentation.surface;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.task.Progress;

/**
 * Closed surfaces with fewer triangles: edge by edge, the cheapest first, two vertices become one at the place that lies nearest to the planes
 * of all triangles which they stand for ({@link Quadrics}). Surfaces stay closed, triangles keep about their direction, and the order of
 * the vertices decides between equals, so the result is always the same.
 */
public final class MeshReduction {

	private static final String DOING = "Reducing a surface";
	private static final int CHECK_EVERY = 1 << 12;

	private final ReducedMesh mesh;
	private final Quadrics quadrics;
	private final CollapseQueue queue = new CollapseQueue();
	private final double[] place = new double[3];
	private final double[] tried = new double[3];

	private MeshReduction(TriangleMesh whole) {
		mesh = new ReducedMesh(whole);
		quadrics = new Quadrics(mesh.vertices());
		for (int v = 0; v < mesh.vertices(); v++)
			for (int c = mesh.corner(v); c >= 0; c = mesh.cornerAfter(c))
				addPlane(v, mesh.vertex(c, 1), mesh.vertex(c, 2));
	}

	/**
	 * @param whole closed; not changed
	 * @param triangles it ends at so many or fewer, if the error allows; 0 for as few as it allows
	 * @param largestErrorMm no vertex comes to lie farther from the plane of any triangle that it stands for; ∞ for no limit
	 * @throws IllegalArgumentException if the number is negative or the error is not 0 or more
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static TriangleMesh of(TriangleMesh whole, int triangles, double largestErrorMm, Progress progress) {
		if (triangles < 0 || !(largestErrorMm >= 0))
			throw new IllegalArgumentException("A surface cannot be reduced to " + triangles + " triangles, " + largestErrorMm
					+ " mm off.");
		if (whole.triangles() <= triangles) return whole;
		return new MeshReduction(whole).run(triangles, largestErrorMm * largestErrorMm, progress);
	}

	private void addPlane(int v, int p, int q) {
		double[] x = mesh.xyz;
		double ux = x[3 * p] - x[3 * v];
		double uy = x[3 * p + 1] - x[3 * v + 1];
		double uz = x[3 * p + 2] - x[3 * v + 2];
		double wx = x[3 * q] - x[3 * v];
		double wy = x[3 * q + 1] - x[3 * v + 1];
		double wz = x[3 * q + 2] - x[3 * v + 2];
		double nx = uy * wz - uz * wy;
		double ny = uz * wx - ux * wz;
		double nz = ux * wy - uy * wx;
		double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
		if (!(length > 0)) return;
		double d = -(nx * x[3 * v] + ny * x[3 * v + 1] + nz * x[3 * v + 2]) / length;
		quadrics.addPlane(v, nx / length, ny / length, nz / length, d);
	}

	private TriangleMesh run(int triangles, double largestError, Progress progress) {
		for (int v = 0; v < mesh.vertices(); v++)
			offer(v, true);
		int all = mesh.triangles();
		int done = 0;
		while (mesh.triangles() > triangles && !queue.isEmpty() && queue.cost() <= largestError) {
			if (done++ % CHECK_EVERY == 0) {
				progress.checkCancelled();
				progress.update((all - mesh.triangles()) / (double) (all - triangles), DOING);
			}
			long edge = queue.edge();
			double cost = queue.cost();
			queue.remove();
			take((int) (edge >>> Integer.SIZE), (int) edge, cost);
		}
		return mesh.toMesh();
	}

	/** @param upwards only edges to vertices with higher numbers: each edge once */
	private void offer(int v, boolean upwards) {
		for (int c = mesh.corner(v); c >= 0; c = mesh.cornerAfter(c)) {
			int other = mesh.vertex(c, 1);
			if (!upwards || other > v) queue.add(cost(v, other), edge(v, other));
		}
	}

	private static long edge(int a, int b) {
		return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
	}

	/** Takes two vertices together if the edge is still there, costs the same, and nothing tears or folds over. */
	private void take(int a, int b, double cost) {
		if (mesh.corner(a) < 0 || mesh.corner(b) < 0 || !mesh.canJoin(a, b) || cost(a, b) != cost) return;
		if (!mesh.keepsDirections(a, b, place) || !mesh.keepsDirections(b, a, place)) return;
		quadrics.add(a, b);
		mesh.join(a, b, place);
		offer(a, false);
	}

	/** The cost of the best place for both, which goes to {@link #place}. */
	private double cost(int a, int b) {
		if (quadrics.place(a, b, place)) return quadrics.error(a, b, place[0], place[1], place[2]);
		double least = Double.POSITIVE_INFINITY;
		for (int k = 0; k < 3; k++) {
			for (int i = 0; i < 3; i++)
				tried[i] = k == 0
						? mesh.xyz[3 * a + i]
						: k == 1 ? mesh.xyz[3 * b + i] : (mesh.xyz[3 * a + i] + mesh.xyz[3 * b + i]) / 2;
			double here = quadrics.error(a, b, tried[0], tried[1], tried[2]);
			if (here >= least) continue;
			least = here;
			System.arraycopy(tried, 0, place, 0, 3);
		}
		return least;
	}
}
