package org.annotomy.registration.intensity;

import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.task.Pieces;

/**
 * How much the values of one image tell of those of another, and how that changes with an affine transform (Mattes et al., IEEE TMI 22, 2003:
 * a histogram of both values whose cells are filled by a cubic B-spline along the moving image's; bins as in ITK's implementation). The
 * same on any number of threads.
 */
public final class MutualInformation {

	private static final int BINS = 50;
	/** Bins at each end that no value falls into, for the width of the spline. */
	private static final int PADDING = 2;
	/** So many that the last ones are short. */
	private static final int PIECES = 32;
	/** Probabilities below are 0 but for rounding. */
	private static final double NOTHING = 1e-16;

	private final Samples samples;
	private final int[] fixedBins;
	private final Interpolator moving;
	private final Affine toVoxel;
	private final Position centre;
	private final double movingStart;
	private final double movingBin;
	private final ValueRange movingRange;

	/**
	 * What was found for one transform.
	 *
	 * @param value in nats, 0 or more; 0 where the images do not overlap
	 * @param gradient of the value by the 12 numbers of the transform, row by row, where places are counted from {@link #centre}
	 * @param overlap the share of the samples that lie in the moving image
	 */
	record Result(double value, double[] gradient, double overlap) {}

	/**
	 * @param centre of the fixed image; transforms are given around it
	 */
	public MutualInformation(Samples samples, ValueRange fixedRange, Level moving, ValueRange movingRange, Position centre) {
		this.samples = samples;
		this.moving = new Interpolator(moving);
		this.movingRange = movingRange;
		this.centre = centre;
		toVoxel = moving.toFrame().inverse();
		movingBin = width(movingRange);
		movingStart = movingRange.low() / movingBin - PADDING;
		double fixedBin = width(fixedRange);
		double fixedStart = fixedRange.low() / fixedBin - PADDING;
		fixedBins = new int[samples.size()];
		for (int i = 0; i < fixedBins.length; i++) {
			double value = Math.max(fixedRange.low(), Math.min(fixedRange.high(), samples.values()[i]));
			fixedBins[i] = held(value / fixedBin - fixedStart);
		}
	}

	private static double width(ValueRange range) {
		return (range.high() - range.low()) / (BINS - 2 * PADDING);
	}

	private static int held(double bin) {
		return (int) Math.max(PADDING, Math.min(BINS - 1 - PADDING, Math.floor(bin)));
	}

	Position centre() {
		return centre;
	}

	/** The value alone. @param fixedToMoving from the frame of the fixed image to that of the moving one */
	public double value(Affine fixedToMoving) {
		Position origin = fixedToMoving.apply(centre);
		return of(Affine.of(origin, fixedToMoving.step(0), fixedToMoving.step(1), fixedToMoving.step(2))).value();
	}

	/** What the first pass finds of the samples of one piece: a histogram, and for each sample its bin (NaN outside) and its slopes. */
	private record Filled(double[] joint, float[] bins, float[] slopes, int inside) {}

	/** @param map from places of the fixed image, counted from the centre, to the moving image */
	Result of(Affine map) {
		double[] w = toVoxel.after(map).rows();
		List<Filled> filled = Pieces.of(PIECES, p -> fill(w, start(p), start(p + 1)));
		int inside = filled.stream().mapToInt(Filled::inside).sum();
		if (inside == 0) return new Result(0, new double[12], 0);
		double[] joint = new double[BINS * BINS];
		for (Filled piece : filled)
			for (int i = 0; i < joint.length; i++)
				joint[i] += piece.joint[i];
		double value = normalise(joint, inside);
		List<double[]> sums = Pieces.of(PIECES, p -> differentiate(joint, filled.get(p), start(p)));
		return new Result(value, gradient(sums, inside), inside / (double) samples.size());
	}

	private int start(int piece) {
		return (int) ((long) samples.size() * piece / PIECES);
	}

	/** The first pass: values of the moving image, and the histogram. */
	private Filled fill(double[] w, int from, int to) {
		double[] joint = new double[BINS * BINS];
		float[] bins = new float[to - from];
		float[] slopes = new float[3 * bins.length];
		double[] found = new double[4];
		double[] places = samples.places();
		int inside = 0;
		for (int i = from; i < to; i++) {
			double x = places[3 * i] - centre.x();
			double y = places[3 * i + 1] - centre.y();
			double z = places[3 * i + 2] - centre.z();
			boolean known = moving.at(w[0] * x + w[1] * y + w[2] * z + w[3], w[4] * x + w[5] * y + w[6] * z + w[7],
					w[8] * x + w[9] * y + w[10] * z + w[11], found);
			if (!known) {
				bins[i - from] = Float.NaN;
				continue;
			}
			inside++;
			boolean cut = found[0] < movingRange.low() || found[0] > movingRange.high();
			double value = Math.max(movingRange.low(), Math.min(movingRange.high(), found[0]));
			double bin = value / movingBin - movingStart;
			bins[i - from] = (float) bin;
			for (int k = 0; k < 3; k++)
				slopes[3 * (i - from) + k] = cut ? 0 : (float) found[k + 1];
			int first = held(bin) - 1;
			int row = fixedBins[i] * BINS + first;
			for (int k = 0; k < 4; k++)
				joint[row + k] += spline(first + k - bin);
		}
		return new Filled(joint, bins, slopes, inside);
	}

	/** Turns the histogram into the logarithms that the derivative needs. @return the mutual information */
	private static double normalise(double[] joint, int inside) {
		double[] fixed = new double[BINS];
		double[] along = new double[BINS];
		for (int f = 0; f < BINS; f++)
			for (int m = 0; m < BINS; m++) {
				joint[f * BINS + m] /= inside;
				fixed[f] += joint[f * BINS + m];
				along[m] += joint[f * BINS + m];
			}
		double value = 0;
		for (int f = 0; f < BINS; f++)
			for (int m = 0; m < BINS; m++) {
				double p = joint[f * BINS + m];
				boolean empty = p <= NOTHING;
				double ratio = empty ? 0 : Math.log(p / along[m]);
				if (!empty) value += p * (ratio - Math.log(fixed[f]));
				joint[f * BINS + m] = ratio;
			}
		return Math.max(0, value);
	}

	/** The second pass: what each sample contributes to the derivative by the map to voxels. @param from its first sample */
	private double[] differentiate(double[] logs, Filled piece, int from) {
		double[] sums = new double[12];
		double[] places = samples.places();
		for (int i = 0; i < piece.bins.length; i++) {
			double bin = piece.bins[i];
			if (bin != bin) continue;
			int first = held(bin) - 1;
			int row = fixedBins[from + i] * BINS + first;
			double weight = 0;
			for (int k = 0; k < 4; k++)
				weight -= slope(first + k - bin) * logs[row + k];
			if (weight == 0) continue;
			int at = 3 * (from + i);
			for (int k = 0; k < 3; k++) {
				double pull = weight * piece.slopes[3 * i + k];
				sums[4 * k] += pull * (places[at] - centre.x());
				sums[4 * k + 1] += pull * (places[at + 1] - centre.y());
				sums[4 * k + 2] += pull * (places[at + 2] - centre.z());
				sums[4 * k + 3] += pull;
			}
		}
		return sums;
	}

	private double[] gradient(List<double[]> sums, int inside) {
		double[] byVoxel = new double[12];
		for (double[] part : sums)
			for (int i = 0; i < 12; i++)
				byVoxel[i] += part[i] / (inside * movingBin);
		double[] w = toVoxel.rows();
		double[] gradient = new double[12];
		for (int r = 0; r < 3; r++)
			for (int c = 0; c < 4; c++)
				for (int k = 0; k < 3; k++)
					gradient[4 * r + c] += w[4 * k + r] * byVoxel[4 * k + c];
		return gradient;
	}

	/** The cubic B-spline. */
	private static double spline(double t) {
		double u = Math.abs(t);
		if (u < 1) return 2.0 / 3 - u * u + u * u * u / 2;
		return u < 2 ? (2 - u) * (2 - u) * (2 - u) / 6 : 0;
	}

	private static double slope(double t) {
		double u = Math.abs(t);
		double rising = u < 1 ? -2 * u + 1.5 * u * u : u < 2 ? -(2 - u) * (2 - u) / 2 : 0;
		return t < 0 ? -rising : rising;
	}
}
