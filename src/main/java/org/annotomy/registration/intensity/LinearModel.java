package org.annotomy.registration.intensity;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.registration.AffineMap;

/**
 * The numbers that a linear transform is sought by, each scaled so that a change by 1 moves the image by about 1 unit of its frame: shifts
 * first, then turns, then scales and shears.
 */
final class LinearModel {

	private static final double STEP = 1e-4;

	private final AffineMap.Kind kind;
	private final boolean plane;
	private final double radius;
	private final Affine start;

	/**
	 * @param radius how far from the centre most of the image lies
	 * @param start the transform at 0: from places counted from the centre of the fixed image to the moving one
	 */
	LinearModel(AffineMap.Kind kind, boolean plane, double radius, Affine start) {
		this.kind = kind;
		this.plane = plane;
		this.radius = radius;
		this.start = start;
	}

	int size() {
		return switch (kind) {
			case RIGID -> plane ? 3 : 6;
			case SIMILARITY -> plane ? 4 : 7;
			case AFFINE -> plane ? 6 : 12;
		};
	}

	/** The transform: the start, changed around where the centre lies in the moving image. */
	Affine at(double[] p) {
		Affine change = plane ? planeChange(p) : spaceChange(p);
		Position origin = start.origin().plus(plane ? new Position(p[0], p[1], 0) : new Position(p[0], p[1], p[2]));
		Position[] steps = new Position[3];
		for (int k = 0; k < 3; k++)
			steps[k] = change.apply(start.step(k));
		return Affine.of(origin, steps[0], steps[1], steps[2]);
	}

	private Affine planeChange(double[] p) {
		double a = p[2] / radius;
		if (kind == AffineMap.Kind.AFFINE)
			return Affine.ofRows(1 + a, p[3] / radius, 0, 0, p[4] / radius, 1 + p[5] / radius, 0, 0, 0, 0, 1, 0);
		double s = kind == AffineMap.Kind.SIMILARITY ? Math.exp(p[3] / radius) : 1;
		return Affine.ofRows(s * Math.cos(a), -s * Math.sin(a), 0, 0, s * Math.sin(a), s * Math.cos(a), 0, 0, 0, 0, 1, 0);
	}

	private Affine spaceChange(double[] p) {
		if (kind == AffineMap.Kind.AFFINE) {
			double[] e = new double[12];
			for (int r = 0; r < 3; r++)
				for (int c = 0; c < 3; c++)
					e[4 * r + c] = (r == c ? 1 : 0) + p[3 + 3 * r + c] / radius;
			return Affine.ofRows(e);
		}
		Position axis = new Position(p[3], p[4], p[5]).times(1 / radius);
		double angle = axis.norm();
		double half = angle < 1e-12 ? 0.5 : Math.sin(angle / 2) / angle;
		Affine turn = Turn.quaternion(Math.cos(angle / 2), half * axis.x(), half * axis.y(), half * axis.z());
		if (kind == AffineMap.Kind.RIGID) return turn;
		double s = Math.exp(p[6] / radius);
		return Affine.of(Position.ORIGIN, turn.step(0).times(s), turn.step(1).times(s), turn.step(2).times(s));
	}

	/** From the gradient by the 12 numbers of the transform to that by the model's own numbers. */
	double[] gradient(double[] p, double[] byMatrix) {
		double[] gradient = new double[size()];
		double[] near = p.clone();
		for (int i = 0; i < gradient.length; i++) {
			near[i] = p[i] + STEP;
			double[] above = at(near).rows();
			near[i] = p[i] - STEP;
			double[] below = at(near).rows();
			near[i] = p[i];
			for (int k = 0; k < 12; k++)
				gradient[i] += byMatrix[k] * (above[k] - below[k]) / (2 * STEP);
		}
		return gradient;
	}
}
