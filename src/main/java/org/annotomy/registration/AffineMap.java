package org.annotomy.registration;

import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;

/**
 * A rigid, similarity or affine transform.
 *
 * @param kind the narrowest one that the matrix is, within rounding
 */
public record AffineMap(Affine matrix, Kind kind) implements Transform {

	/** What a matrix may do. */
	public enum Kind {
		/** Turns and moves. */
		RIGID("rigid"),
		/** Turns, moves and scales by one factor; may mirror. */
		SIMILARITY("similarity"),
		/** Also scales along any axis and shears. */
		AFFINE("affine");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		/** As files say it. */
		public String word() {
			return word;
		}

		/** As users and macros say it. */
		@Override
		public String toString() {
			return word;
		}
	}

	public static final AffineMap IDENTITY = new AffineMap(Affine.IDENTITY, Kind.RIGID);

	/** Matrices that were rounded to text and read again are still what they were. */
	private static final double TOLERANCE = 1e-6;

	/** @throws IllegalArgumentException if space collapses, or the matrix does more than the kind says */
	public AffineMap {
		matrix.inverse();
		if (kindOf(matrix).compareTo(kind) > 0)
			throw new IllegalArgumentException(
					"The transform is called " + kind.word() + " but its matrix is " + kindOf(matrix).word() + ".");
	}

	/** @throws IllegalArgumentException if space collapses */
	public static AffineMap of(Affine matrix) {
		return new AffineMap(matrix, kindOf(matrix));
	}

	/** A shift, in mm. */
	public static AffineMap translation(Position by) {
		return of(Affine.of(by, new Position(1, 0, 0), new Position(0, 1, 0), new Position(0, 0, 1)));
	}

	private static Kind kindOf(Affine matrix) {
		Position x = matrix.step(0);
		Position y = matrix.step(1);
		Position z = matrix.step(2);
		double scale = x.norm();
		double square = scale * scale;
		boolean even = Math.abs(y.norm() - scale) < TOLERANCE * scale && Math.abs(z.norm() - scale) < TOLERANCE * scale
				&& Math.abs(x.dot(y)) < TOLERANCE * square && Math.abs(y.dot(z)) < TOLERANCE * square
				&& Math.abs(z.dot(x)) < TOLERANCE * square;
		if (!even && !isPlaneSimilarity(x, y, z)) return Kind.AFFINE;
		return even && Math.abs(scale - 1) < TOLERANCE && matrix.determinant() > 0 ? Kind.RIGID : Kind.SIMILARITY;
	}

	/** Of images of one plane: x and y scaled alike, z left alone. */
	private static boolean isPlaneSimilarity(Position x, Position y, Position z) {
		boolean plane = x.z() == 0 && y.z() == 0 && z.equals(new Position(0, 0, 1));
		return plane && Math.abs(x.norm() - y.norm()) < TOLERANCE * x.norm()
				&& Math.abs(x.dot(y)) < TOLERANCE * x.dot(x);
	}

	@Override
	public Position apply(Position place) {
		return matrix.apply(place);
	}

	@Override
	public AffineMap inverse() {
		return new AffineMap(matrix.inverse(), kind);
	}

	/** The turn of the rigid part, in degrees, 0 to 180. */
	public double degrees() {
		double scale = Math.cbrt(Math.abs(matrix.determinant()));
		double trace = matrix.step(0).x() + matrix.step(1).y() + matrix.step(2).z();
		return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (trace / scale - 1) / 2))));
	}

	@Override
	public String describe() {
		double volume = Math.abs(matrix.determinant());
		String turn = kind == Kind.RIGID
				? String.format(Locale.ROOT, "turned by %.2f°", degrees())
				: String.format(Locale.ROOT, "volume × %.4f", volume);
		return String.format(Locale.ROOT, "%s: %s, origin moved by %.2f", kind.word(), turn, matrix.origin().norm());
	}
}
