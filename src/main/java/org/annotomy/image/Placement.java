package org.annotomy.image;

import java.util.Optional;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;

/** Builds the place of a volume from numbers of a file, which may be nonsense. */
public final class Placement {

	private static final double SHORTEST_STEP_MM = 1e-9;
	private static final double LONGEST_STEP_MM = 1e9;
	/** Below this share of the box's volume the axes lie in one plane for all purposes. */
	private static final double FLATTEST = 1e-6;

	private Placement() {}

	/**
	 * @param origin where the centre of voxel (0, 0, 0) lies, LPS in mm
	 * @param x the way to the next voxel along x; likewise the others
	 * @return empty if a number is not finite, a step has no sensible length, or the three lie in one plane
	 */
	public static Optional<Affine> of(Position origin, Position x, Position y, Position z) {
		double box = 1;
		for (Position step : new Position[]{x, y, z}) {
			double length = step.norm();
			if (!(length > SHORTEST_STEP_MM && length < LONGEST_STEP_MM)) return Optional.empty();
			box *= length;
		}
		boolean flat = !(Math.abs(x.dot(y.cross(z))) > FLATTEST * box);
		return flat || !Double.isFinite(origin.norm()) ? Optional.empty() : Optional.of(Affine.of(origin, x, y, z));
	}
}
