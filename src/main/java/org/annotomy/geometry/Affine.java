package org.annotomy.geometry;

import java.util.Arrays;

/**
 * An affine map of space, by convention from voxel indices (x, y, z; integers are voxel <b>centres</b>) to the patient coordinate
 * system (LPS, mm). Immutable. Twelve numbers, row by row: {@code m00 m01 m02 m03  m10 …}; the fourth row is 0 0 0 1.
 */
public final class Affine {

	private static final int ROW = 4;

	public static final Affine IDENTITY = new Affine(new double[]{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

	/** Turns RAS (NIfTI, Slicer's world) into LPS and back: it is its own inverse. */
	public static final Affine RAS_TO_LPS = new Affine(new double[]{-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0});

	private final double[] m;

	private Affine(double[] rowMajor) {
		this.m = rowMajor;
	}

	/**
	 * @param rowMajor the first three rows, 12 numbers; copied
	 * @throws IllegalArgumentException if there are not 12 finite numbers
	 */
	public static Affine ofRows(double... rowMajor) {
		if (rowMajor.length != 12) throw new IllegalArgumentException("An affine has 12 numbers, not " + rowMajor.length + ".");
		for (double value : rowMajor)
			if (!Double.isFinite(value))
				throw new IllegalArgumentException("An affine holds only finite numbers, not " + value + ".");
		return new Affine(rowMajor.clone());
	}

	/**
	 * @param origin where the centre of voxel (0, 0, 0) lies
	 * @param xStep the way from one voxel to the next along x, in mm; likewise the other two
	 */
	public static Affine of(Position origin, Position xStep, Position yStep, Position zStep) {
		return ofRows(xStep.x(), yStep.x(), zStep.x(), origin.x(), //
				xStep.y(), yStep.y(), zStep.y(), origin.y(), //
				xStep.z(), yStep.z(), zStep.z(), origin.z());
	}

	/** Axes along the patient's own, voxel (0, 0, 0) at the origin. */
	public static Affine scaling(VoxelSpacing spacing) {
		return ofRows(spacing.xMm(), 0, 0, 0, 0, spacing.yMm(), 0, 0, 0, 0, spacing.zMm(), 0);
	}

	public Position apply(double x, double y, double z) {
		return new Position(m[0] * x + m[1] * y + m[2] * z + m[3], //
				m[4] * x + m[5] * y + m[6] * z + m[7], //
				m[8] * x + m[9] * y + m[10] * z + m[11]);
	}

	public Position apply(Position p) {
		return apply(p.x(), p.y(), p.z());
	}

	/** The way from one voxel to the next along {@code axis} (0 x, 1 y, 2 z), in mm. */
	public Position step(int axis) {
		return new Position(m[axis], m[ROW + axis], m[2 * ROW + axis]);
	}

	/** Where voxel (0, 0, 0) lies. */
	public Position origin() {
		return step(3);
	}

	/** Lengths of the three steps. */
	public VoxelSpacing spacing() {
		return new VoxelSpacing(step(0).norm(), step(1).norm(), step(2).norm());
	}

	/** This map after {@code first}: {@code (this ∘ first)(p) = this(first(p))}. */
	public Affine after(Affine first) {
		return of(apply(first.origin()), linear(first.step(0)), linear(first.step(1)), linear(first.step(2)));
	}

	/** @throws IllegalArgumentException if space collapses under this map */
	public Affine inverse() {
		Position a = step(0);
		Position b = step(1);
		Position c = step(2);
		double det = determinant();
		if (!(Math.abs(det) > 1e-300))
			throw new IllegalArgumentException("The affine cannot be inverted: its axes lie in one plane.");
		Position r0 = b.cross(c).times(1 / det);
		Position r1 = c.cross(a).times(1 / det);
		Position r2 = a.cross(b).times(1 / det);
		Position o = origin();
		return new Affine(new double[]{r0.x(), r0.y(), r0.z(), -r0.dot(o), //
				r1.x(), r1.y(), r1.z(), -r1.dot(o), //
				r2.x(), r2.y(), r2.z(), -r2.dot(o)});
	}

	/** Signed volume of one voxel in mm³; negative for a left-handed frame. */
	public double determinant() {
		return step(0).dot(step(1).cross(step(2)));
	}

	/** The first three rows, 12 numbers; a copy. */
	public double[] rows() {
		return m.clone();
	}

	/** Largest difference between two numbers of the same place. */
	public double maxDifference(Affine other) {
		double max = 0;
		for (int i = 0; i < m.length; i++)
			max = Math.max(max, Math.abs(m[i] - other.m[i]));
		return max;
	}

	private Position linear(Position v) {
		return apply(v).minus(origin());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Affine affine && Arrays.equals(m, affine.m);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(m);
	}

	@Override
	public String toString() {
		return "Affine" + Arrays.toString(m);
	}
}
