package org.annotomy.segmentation.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.SymmetricMatrix;
import org.annotomy.segmentation.volume.Mask;

/**
 * The axes of the ellipsoid that has the same second moments as the voxels, the longest first. Each voxel counts as a point at its centre, as
 * in ITK's and scikit-image's measures, so a single voxel has axes of 0.
 *
 * @param lengthsMm the whole axes, 2·√(5·variance)
 * @param directions of length 1, in the frame of the affine that was given
 */
public record PrincipalAxes(List<Double> lengthsMm, List<Position> directions) {

	public PrincipalAxes {
		lengthsMm = List.copyOf(lengthsMm);
		directions = List.copyOf(directions);
	}

	/** @param toMm from voxel centres to mm: to the patient, or scaled by the spacing alone. Axes of a mask without voxels are 0 */
	static PrincipalAxes of(Mask mask, Affine toMm) {
		double[][] covariance = covariance(mask, toMm);
		double[][] vectors = SymmetricMatrix.diagonalise(covariance);
		List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
		order.sort(Comparator.comparingDouble(i -> -covariance[i][i]));
		return new PrincipalAxes(order.stream().map(i -> 2 * Math.sqrt(5 * Math.max(0, covariance[i][i]))).toList(),
				order.stream().map(i -> pointing(new Position(vectors[0][i], vectors[1][i], vectors[2][i]))).toList());
	}

	/** The same axis with its largest component above 0, so that it does not depend on how it was found. */
	private static Position pointing(Position axis) {
		double[] parts = {axis.x(), axis.y(), axis.z()};
		double largest = 0;
		for (double part : parts)
			if (Math.abs(part) > Math.abs(largest) + 1e-9) largest = part;
		return largest < 0 ? axis.times(-1) : axis;
	}

	/** Sums of whole numbers, moved into mm at the end. */
	private static double[][] covariance(Mask mask, Affine toMm) {
		Moments moments = Moments.of(mask);
		double[][] inVoxels = moments.covariance();
		Position[] steps = {toMm.step(0), toMm.step(1), toMm.step(2)};
		double[][] inMm = new double[3][3];
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				for (int a = 0; a < 3; a++)
					for (int b = 0; b < 3; b++)
						inMm[i][j] += part(steps[a], i) * inVoxels[a][b] * part(steps[b], j);
		return inMm;
	}

	private static double part(Position position, int axis) {
		return axis == 0 ? position.x() : axis == 1 ? position.y() : position.z();
	}
}
