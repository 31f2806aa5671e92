package org.annotomy.registration;

import java.util.List;
import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;

/**
 * The thin-plate spline through landmarks: the smoothest map that takes each one to its partner (Bookstein, IEEE PAMI 11, 1989; the kernel
 * is r² log r² in a plane and r in space). Made anew from its landmarks wherever it is read.
 */
public final class ThinPlateSpline implements Transform {

	/** Beyond, the map is affine for all purposes. */
	private static final double STIFFEST = 1e6;

	private final Landmarks landmarks;
	private final double smoothing;
	private final boolean plane;
	private final int count;
	private final double scale;
	private final double[] at;
	private final double[] weights;
	private final Affine linear;

	/**
	 * @param smoothing 0 to pass through every landmark; the more, the stiffer the map and the more it misses them (added to the diagonal of
	 *            the kernel, whose distances are in units of the landmarks' spread)
	 * @throws IllegalArgumentException if the landmarks do not determine a map: too few, two at one place, all on a line or in a plane
	 */
	public ThinPlateSpline(Landmarks landmarks, double smoothing) {
		if (!(smoothing >= 0 && smoothing <= STIFFEST))
			throw new IllegalArgumentException("Smoothing must be from 0 to " + (int) STIFFEST + " but is " + smoothing + ".");
		this.landmarks = landmarks;
		this.smoothing = smoothing;
		plane = landmarks.plane();
		count = landmarks.size();
		LandmarkChecks.require(landmarks, plane ? 3 : 4, "A thin-plate spline", true);
		scale = Landmarks.spread(landmarks.moving());
		at = coordinates(landmarks.moving());
		double[][] solution = solve();
		weights = new double[3 * count];
		for (int i = 0; i < count; i++)
			for (int k = 0; k < 3; k++)
				weights[3 * i + k] = solution[i][k];
		linear = linear(solution);
	}

	private static double[] coordinates(List<Position> places) {
		double[] all = new double[3 * places.size()];
		for (int i = 0; i < places.size(); i++) {
			all[3 * i] = places.get(i).x();
			all[3 * i + 1] = places.get(i).y();
			all[3 * i + 2] = places.get(i).z();
		}
		return all;
	}

	/** Bookstein's L · W = Y, in coordinates around the landmarks' centre and in units of their spread; the map of displacements. */
	private double[][] solve() {
		int d = landmarks.dimensions();
		Position centre = Landmarks.centre(landmarks.moving());
		int n = count + d + 1;
		double[][] matrix = new double[n][n];
		double[][] right = new double[n][3];
		for (int i = 0; i < count; i++) {
			for (int j = 0; j < count; j++)
				matrix[i][j] = i == j
						? smoothing
						: kernel(at[3 * j] - at[3 * i], at[3 * j + 1] - at[3 * i + 1],
								at[3 * j + 2] - at[3 * i + 2]);
			Position p = landmarks.moving().get(i).minus(centre).times(1 / scale);
			double[] row = {1, p.x(), p.y(), p.z()};
			for (int k = 0; k <= d; k++) {
				matrix[i][count + k] = row[k];
				matrix[count + k][i] = row[k];
			}
			Position way = landmarks.fixed().get(i).minus(landmarks.moving().get(i));
			right[i] = new double[]{way.x(), way.y(), plane ? 0 : way.z()};
		}
		if (!LinearSystem.solve(matrix, right)) throw LandmarkChecks.degenerate("A thin-plate spline", plane);
		return right;
	}

	/** Distances in units of the spread. */
	private double kernel(double dx, double dy, double dz) {
		double square = (dx * dx + dy * dy + (plane ? 0 : dz * dz)) / (scale * scale);
		if (!plane) return Math.sqrt(square);
		return square > 0 ? square * Math.log(square) : 0;
	}

	private Affine linear(double[][] solution) {
		Position centre = Landmarks.centre(landmarks.moving());
		Position[] steps = new Position[3];
		for (int k = 0; k < 3; k++) {
			Position own = new Position(k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0);
			steps[k] = k < landmarks.dimensions() ? own.plus(position(solution[count + 1 + k]).times(1 / scale)) : own;
		}
		Affine turn = Affine.of(Position.ORIGIN, steps[0], steps[1], steps[2]);
		Position origin = centre.plus(position(solution[count])).minus(turn.apply(centre));
		return Affine.of(origin, steps[0], steps[1], steps[2]);
	}

	private static Position position(double[] xyz) {
		return new Position(xyz[0], xyz[1], xyz[2]);
	}

	public Landmarks landmarks() {
		return landmarks;
	}

	public double smoothing() {
		return smoothing;
	}

	/** The part of the map that does not bend. */
	public Affine linear() {
		return linear;
	}

	@Override
	public Position apply(Position place) {
		double x = 0;
		double y = 0;
		double z = 0;
		for (int i = 0; i < 3 * count; i += 3) {
			double u = kernel(place.x() - at[i], place.y() - at[i + 1], place.z() - at[i + 2]);
			x += weights[i] * u;
			y += weights[i + 1] * u;
			z += weights[i + 2] * u;
		}
		Position straight = linear.apply(place);
		return new Position(straight.x() + x, straight.y() + y, straight.z() + z);
	}

	/** How a small step from a place is mapped, as an affine map around it; where it turns over (determinant below 0), the map folds. */
	public Affine tangent(Position place) {
		double[] sums = new double[9];
		for (int i = 0; i < 3 * count; i += 3) {
			double dx = place.x() - at[i];
			double dy = place.y() - at[i + 1];
			double dz = plane ? 0 : place.z() - at[i + 2];
			double slope = slope((dx * dx + dy * dy + dz * dz) / (scale * scale));
			for (int k = 0; k < 3; k++) {
				sums[3 * k] += weights[i + k] * slope * dx;
				sums[3 * k + 1] += weights[i + k] * slope * dy;
				sums[3 * k + 2] += weights[i + k] * slope * dz;
			}
		}
		double[] rows = linear.rows();
		for (int k = 0; k < 3; k++)
			for (int j = 0; j < 3; j++)
				rows[4 * k + j] += sums[3 * k + j];
		Affine turn = Affine.ofRows(rows[0], rows[1], rows[2], 0, rows[4], rows[5], rows[6], 0, rows[8], rows[9], rows[10], 0);
		Position origin = apply(place).minus(turn.apply(place));
		return Affine.of(origin, turn.step(0), turn.step(1), turn.step(2));
	}

	/** The derivative of the kernel along one coordinate is this times the way along it. */
	private double slope(double square) {
		if (!(square > 0)) return 0;
		double unit = 1 / (scale * scale);
		return plane ? 2 * (Math.log(square) + 1) * unit : unit / Math.sqrt(square);
	}

	@Override
	public Transform inverse() {
		return new InverseSpline(this);
	}

	@Override
	public String describe() {
		return String.format(Locale.ROOT, "thin-plate spline of %d landmarks", count);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ThinPlateSpline spline && landmarks.equals(spline.landmarks) && smoothing == spline.smoothing;
	}

	@Override
	public int hashCode() {
		return landmarks.hashCode();
	}
}
