package org.annotomy.registration;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;

/**
 * The way back through a thin-plate spline, found place by place by Newton's method. What it finds maps to within {@value #TOLERANCE} of the
 * place asked for (in the unit of the frame, mm for patients); where the spline folds or does not reach, the coordinates are NaN.
 */
public record InverseSpline(ThinPlateSpline forward) implements Transform {

	/** Largest distance between the place asked for and the image of the place found. */
	public static final double TOLERANCE = 1e-6;

	private static final int MOST_STEPS = 60;
	private static final int MOST_HALVINGS = 12;

	@Override
	public Position apply(Position place) {
		if (!Transform.isDefined(place)) return place;
		Position at = forward.linear().determinant() == 0 ? place : forward.linear().inverse().apply(place);
		double error = forward.apply(at).distanceTo(place);
		for (int step = 0; step < MOST_STEPS && error > TOLERANCE / 100; step++) {
			Affine tangent = forward.tangent(at);
			if (Math.abs(tangent.determinant()) < 1e-9) break;
			Position way = tangent.inverse().apply(place).minus(at);
			double share = 1;
			Position next = at.plus(way);
			double nextError = forward.apply(next).distanceTo(place);
			for (int i = 0; i < MOST_HALVINGS && !(nextError < error); i++) {
				share /= 2;
				next = at.plus(way.times(share));
				nextError = forward.apply(next).distanceTo(place);
			}
			if (!(nextError < error)) break;
			at = next;
			error = nextError;
		}
		return error <= TOLERANCE ? at : new Position(Double.NaN, Double.NaN, Double.NaN);
	}

	@Override
	public Transform inverse() {
		return forward;
	}

	@Override
	public String describe() {
		return "inverse of a " + forward.describe();
	}
}
