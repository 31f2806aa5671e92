package org.annotomy.registration;

import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.SymmetricMatrix;

/** Whether landmarks determine a transform, and if not, why, in words. */
final class LandmarkChecks {

	/** Landmarks whose spread across is below this share of the spread along are all on a line (or in a plane). */
	private static final double FLAT = 1e-4;

	private LandmarkChecks() {}

	/**
	 * @param what the kind of transform with its article, at the beginning of a sentence
	 * @param full whether they must span the whole plane or space; else it is enough that they are not all at one place (in a plane) or on
	 *            one line (in space)
	 * @throws IllegalArgumentException if there are fewer than {@code least}, two are at the same place, or they do not span enough
	 */
	static void require(Landmarks landmarks, int least, String what, boolean full) {
		if (landmarks.size() < least)
			throw new IllegalArgumentException(what + " needs at least " + least + " pairs of landmarks, but there "
					+ (landmarks.size() == 1 ? "is 1." : "are " + landmarks.size() + "."));
		requireApart(landmarks.moving(), "moving");
		requireApart(landmarks.fixed(), "fixed");
		int rank = full ? landmarks.dimensions() : landmarks.dimensions() - 1;
		if (rank(landmarks.moving()) < rank || rank(landmarks.fixed()) < rank)
			throw full || !landmarks.plane()
					? full ? degenerate(what, landmarks.plane()) : degenerate(what, true)
					: new IllegalArgumentException(what + " needs landmarks that are not all at one place.");
	}

	/** They lie on a line, or in a plane where space is asked for. */
	static IllegalArgumentException degenerate(String what, boolean line) {
		return new IllegalArgumentException(what + " cannot be found from these landmarks: they all lie on one "
				+ (line ? "line" : "plane") + " or nearly so. Add a landmark away from it.");
	}

	private static void requireApart(List<Position> places, String image) {
		double least = 1e-9 * Math.max(1e-300, Landmarks.spread(places));
		for (int i = 0; i < places.size(); i++)
			for (int j = 0; j < i; j++)
				if (!(places.get(i).distanceTo(places.get(j)) > least))
					throw new IllegalArgumentException("Landmarks " + (j + 1) + " and " + (i + 1) + " of the " + image
							+ " image lie at the same place. Remove one of the pairs.");
	}

	/** In how many directions places spread. */
	private static int rank(List<Position> places) {
		Position centre = Landmarks.centre(places);
		double[][] moments = new double[3][3];
		for (Position place : places) {
			Position p = place.minus(centre);
			double[] v = {p.x(), p.y(), p.z()};
			for (int i = 0; i < 3; i++)
				for (int j = 0; j < 3; j++)
					moments[i][j] += v[i] * v[j];
		}
		SymmetricMatrix.diagonalise(moments);
		double largest = Math.max(moments[0][0], Math.max(moments[1][1], moments[2][2]));
		int rank = 0;
		for (int i = 0; i < 3; i++)
			if (moments[i][i] > FLAT * FLAT * largest) rank++;
		return rank;
	}
}
