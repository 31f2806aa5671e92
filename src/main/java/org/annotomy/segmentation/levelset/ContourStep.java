package org.annotomy.segmentation.levelset;

import org.annotomy.geometry.VoxelSpacing;

/** How a level function changes at one voxel: upwind differences of first order (Osher and Sethian 1988, doi:10.1016/0021-9991(88)90002-2). */
final class ContourStep {

	private final float[] phi;
	private final float[] speed;
	private final boolean edges;
	private final ContourWeights weights;
	private final double hx;
	private final double hy;
	private final double hz;

	ContourStep(float[] phi, SpeedField field, ContourWeights weights, VoxelSpacing spacing) {
		this.phi = phi;
		this.speed = field.speed();
		this.edges = field.isOfEdges();
		this.weights = weights;
		hx = spacing.xMm();
		hy = spacing.yMm();
		hz = spacing.zMm();
	}

	/** @return change in mm per unit of time */
	double at(int voxel, Around a) {
		double g = speed[voxel];
		double push = weights.propagation() * g;
		double change = push == 0 ? 0 : -push * slope(voxel, a, push > 0);
		if (weights.curvatureMm() > 0) change += weights.curvatureMm() * (edges ? g : 1) * curvature(voxel, a);
		if (edges && weights.advectionMm() > 0) change += weights.advectionMm() * advection(voxel, a);
		return change;
	}

	/** The length of the gradient, looking to where the surface comes from. */
	private double slope(int i, Around a, boolean grows) {
		double sum = squares(phi[i] - phi[i + a.left], phi[i + a.right] - phi[i], hx, grows)
				+ squares(phi[i] - phi[i + a.up], phi[i + a.down] - phi[i], hy, grows)
				+ squares(phi[i] - phi[i + a.front], phi[i + a.back] - phi[i], hz, grows);
		return Math.sqrt(sum);
	}

	private static double squares(double before, double behind, double h, boolean grows) {
		double a = grows ? Math.max(before, 0) : Math.min(before, 0);
		double b = grows ? Math.min(behind, 0) : Math.max(behind, 0);
		return (a * a + b * b) / (h * h);
	}

	/** The sum of both curvatures, times the length of the gradient; no more than one over each distance of voxels. */
	private double curvature(int i, Around a) {
		double dx = (phi[i + a.right] - phi[i + a.left]) / (2 * hx);
		double dy = (phi[i + a.down] - phi[i + a.up]) / (2 * hy);
		double dz = (phi[i + a.back] - phi[i + a.front]) / (2 * hz);
		double length2 = dx * dx + dy * dy + dz * dz;
		if (length2 < 1e-12) return 0;
		double xx = (phi[i + a.right] - 2 * phi[i] + phi[i + a.left]) / (hx * hx);
		double yy = (phi[i + a.down] - 2 * phi[i] + phi[i + a.up]) / (hy * hy);
		double zz = (phi[i + a.back] - 2 * phi[i] + phi[i + a.front]) / (hz * hz);
		double xy = mixed(i, a.left, a.right, a.up, a.down) / (4 * hx * hy);
		double xz = mixed(i, a.left, a.right, a.front, a.back) / (4 * hx * hz);
		double yz = mixed(i, a.up, a.down, a.front, a.back) / (4 * hy * hz);
		double sum = (yy + zz) * dx * dx + (xx + zz) * dy * dy + (xx + yy) * dz * dz
				- 2 * (dx * dy * xy + dx * dz * xz + dy * dz * yz);
		double most = (1 / hx + 1 / hy + 1 / hz) * Math.sqrt(length2);
		return Math.max(-most, Math.min(most, sum / length2));
	}

	private double mixed(int i, int less1, int more1, int less2, int more2) {
		return (double) phi[i + more1 + more2] - phi[i + more1 + less2] - phi[i + less1 + more2] + phi[i + less1 + less2];
	}

	/** The slope of the speed image along that of the level function. */
	private double advection(int i, Around a) {
		return along(i, a.left, a.right, hx) + along(i, a.up, a.down, hy) + along(i, a.front, a.back, hz);
	}

	private double along(int i, int less, int more, double h) {
		double rise = (speed[i + more] - speed[i + less]) / (2 * h);
		double difference = rise < 0 ? phi[i] - phi[i + less] : phi[i + more] - phi[i];
		return rise * difference / h;
	}
}
