package org.annotomy.registration;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.SymmetricMatrix;
import org.annotomy.geometry.Turn;

/** The transform that takes landmarks of one image to those of another: least squares, or through each of them. */
public enum LandmarkFit {

	/** Turns and moves. */
	RIGID("rigid") {
		@Override
		Transform fitted(Landmarks landmarks, double smoothing) {
			return turned(landmarks, false);
		}
	},
	/** Turns, moves and scales (Umeyama, IEEE PAMI 13, 1991; the turn by Horn's quaternions, JOSA A 4, 1987). Never mirrors. */
	SIMILARITY("similarity") {
		@Override
		Transform fitted(Landmarks landmarks, double smoothing) {
			return turned(landmarks, true);
		}
	},
	/** Any linear map. */
	AFFINE("affine") {
		@Override
		Transform fitted(Landmarks landmarks, double smoothing) {
			return linear(landmarks);
		}
	},
	/** Bends, so that each landmark comes to its partner. */
	THIN_PLATE("thin-plate") {
		@Override
		Transform fitted(Landmarks landmarks, double smoothing) {
			return new ThinPlateSpline(landmarks, smoothing);
		}
	};

	private final String word;

	LandmarkFit(String word) {
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

	/** Fewest pairs of landmarks. */
	public int least(boolean plane) {
		return switch (this) {
			case RIGID, SIMILARITY -> plane ? 2 : 3;
			case AFFINE, THIN_PLATE -> plane ? 3 : 4;
		};
	}

	/**
	 * From the moving image to the fixed one.
	 *
	 * @param smoothing of a thin-plate spline ({@link ThinPlateSpline}); of no meaning for the others
	 * @throws IllegalArgumentException if the landmarks do not determine it; the message says why and what to do
	 */
	public Transform fit(Landmarks landmarks, double smoothing) {
		LandmarkChecks.require(landmarks, least(landmarks.plane()), "A" + (this == AFFINE ? "n " : " ") + word + " transform",
				this == AFFINE || this == THIN_PLATE);
		return fitted(landmarks, smoothing);
	}

	/** As {@link #fit}, of landmarks that were checked. */
	abstract Transform fitted(Landmarks landmarks, double smoothing);

	private static AffineMap turned(Landmarks landmarks, boolean scaled) {
		Position from = Landmarks.centre(landmarks.moving());
		Position to = Landmarks.centre(landmarks.fixed());
		double[][] cross = new double[3][3];
		double square = 0;
		for (int i = 0; i < landmarks.size(); i++) {
			Position m = landmarks.moving().get(i).minus(from);
			Position f = landmarks.fixed().get(i).minus(to);
			add(cross, m, f);
			square += m.dot(m);
		}
		Affine turn = landmarks.plane() ? planeTurn(cross) : spaceTurn(cross);
		double scale = 1;
		if (scaled) {
			double along = 0;
			for (int i = 0; i < landmarks.size(); i++)
				along += turn.apply(landmarks.moving().get(i).minus(from)).dot(landmarks.fixed().get(i).minus(to));
			scale = along / square;
		}
		if (!(scale > 0)) throw LandmarkChecks.degenerate("A similarity transform", true);
		Position z = turn.step(2).times(landmarks.plane() ? 1 : scale);
		Affine linear = Affine.of(Position.ORIGIN, turn.step(0).times(scale), turn.step(1).times(scale), z);
		return new AffineMap(Affine.of(to.minus(linear.apply(from)), linear.step(0), linear.step(1), linear.step(2)),
				scaled ? AffineMap.Kind.SIMILARITY : AffineMap.Kind.RIGID);
	}

	private static void add(double[][] cross, Position m, Position f) {
		double[] a = {m.x(), m.y(), m.z()};
		double[] b = {f.x(), f.y(), f.z()};
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				cross[i][j] += a[i] * b[j];
	}

	private static Affine planeTurn(double[][] s) {
		return Turn.zxy(0, 0, Math.atan2(s[0][1] - s[1][0], s[0][0] + s[1][1]));
	}

	/** The eigenvector of Horn's matrix to its largest eigenvalue is the quaternion of the turn. */
	private static Affine spaceTurn(double[][] s) {
		double[][] n = {{s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
				{0, s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
				{0, 0, s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]}, {0, 0, 0, s[2][2] - s[0][0] - s[1][1]}};
		for (int i = 0; i < 4; i++)
			for (int j = 0; j < i; j++)
				n[i][j] = n[j][i];
		double[][] vectors = SymmetricMatrix.diagonalise(n);
		int best = 0;
		for (int i = 1; i < 4; i++)
			if (n[i][i] > n[best][best]) best = i;
		return Turn.quaternion(vectors[0][best], vectors[1][best], vectors[2][best], vectors[3][best]);
	}

	/** Normal equations around the landmarks' centre. */
	private static AffineMap linear(Landmarks landmarks) {
		Position from = Landmarks.centre(landmarks.moving());
		Position to = Landmarks.centre(landmarks.fixed());
		int d = landmarks.dimensions();
		double[][] square = new double[3][3];
		double[][] cross = new double[3][3];
		for (int i = 0; i < landmarks.size(); i++) {
			Position m = landmarks.moving().get(i).minus(from);
			add(square, m, m);
			add(cross, m, landmarks.fixed().get(i).minus(to));
		}
		if (d == 2) {
			square[2][2] = square[0][0] + square[1][1];
			cross[2][2] = square[2][2];
		}
		if (!LinearSystem.solve(square, cross)) throw LandmarkChecks.degenerate("An affine transform", d == 2);
		Affine linear = Affine.of(Position.ORIGIN, row(cross[0]), row(cross[1]), row(cross[2]));
		Position origin = to.minus(linear.apply(from));
		return AffineMap.of(Affine.of(origin, linear.step(0), linear.step(1), linear.step(2)));
	}

	private static Position row(double[] xyz) {
		return new Position(xyz[0], xyz[1], xyz[2]);
	}
}
