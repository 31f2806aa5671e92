package org.annotomy.segmentation.edge;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.filter.GaussianFilter;
import org.annotomy.task.Progress;

/**
 * What a step of the live wire from pixel to pixel costs: little along edges. After E. Mortensen and W. Barrett, "Interactive Segmentation
 * with Intelligent Scissors", Graphical Models and Image Processing 60 (1998), section 3: the zero crossing of the Laplacian, the
 * magnitude of the gradient and its direction, weighted 0.43, 0.43 and 0.14; here in millimetres, after a Gaussian of one pixel. The
 * magnitude is taken relative to the 95th percentile of those of the slice, not the greatest one: beside metal or bone the edges of soft
 * tissue would all look alike.
 */
final class WireCosts {

	/** The most that a step of the smaller pixel distance costs. */
	static final int UNIT = 255;
	private static final double ZERO_CROSSING = 0.43;
	private static final double MAGNITUDE = 0.43;
	private static final double DIRECTION = 0.14;
	private static final double QUANTILE = 0.95;
	/** Pixels that are farther from square are treated as if they were so far from it. */
	private static final double MOST_STRETCHED = 16;

	private final int columns;
	private final int rows;
	private final double columnStep;
	private final double rowStep;
	/** The gradient's direction turned by a right angle, so that it runs along the edge; 0, 0 where there is none. */
	private final float[] alongX;
	private final float[] alongY;
	/** The cost of a pixel by zero crossing and magnitude, without the weight of the direction. */
	private final float[] local;

	WireCosts(SliceValues slice) {
		columns = slice.columns();
		rows = slice.rows();
		double finest = Math.min(slice.columnMm(), slice.rowMm());
		columnStep = Math.min(MOST_STRETCHED, slice.columnMm() / finest);
		rowStep = Math.min(MOST_STRETCHED, slice.rowMm() / finest);
		alongX = new float[slice.values().length];
		alongY = new float[alongX.length];
		local = new float[alongX.length];
		VolumeSize size = slice.size();
		float[] smooth = GaussianFilter.of(slice.values(), size, new VoxelSpacing(columnStep, rowStep, 1), 1, Progress.NONE);
		float[] magnitude = gradients(smooth);
		float full = quantile(magnitude);
		boolean[] crossing = zeroCrossings(laplacian(smooth));
		for (int i = 0; i < local.length; i++) {
			double steep = full > 0 ? Math.min(1, magnitude[i] / full) : 0;
			local[i] = (float) (MAGNITUDE * (1 - steep) + (crossing[i] ? 0 : ZERO_CROSSING));
		}
	}

	/** Fills {@link #alongX} and {@link #alongY}. @return the lengths of the gradients */
	private float[] gradients(float[] smooth) {
		float[] magnitude = new float[smooth.length];
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++, i++) {
				double dx = (smooth[x + 1 < columns ? i + 1 : i] - smooth[x > 0 ? i - 1 : i]) / (2 * columnStep);
				double dy = (smooth[y + 1 < rows ? i + columns : i] - smooth[y > 0 ? i - columns : i]) / (2 * rowStep);
				double length = Math.sqrt(dx * dx + dy * dy);
				if (!(length > 0) || Double.isInfinite(length)) continue;
				magnitude[i] = (float) length;
				alongX[i] = (float) (dy / length);
				alongY[i] = (float) (-dx / length);
			}
		return magnitude;
	}

	/** Of the magnitudes above 0. */
	private static float quantile(float[] magnitude) {
		float[] sorted = magnitude.clone();
		Arrays.sort(sorted);
		int first = 0;
		while (first < sorted.length && sorted[first] <= 0)
			first++;
		return first == sorted.length ? 0 : sorted[first + (int) (QUANTILE * (sorted.length - 1 - first))];
	}

	private double[] laplacian(float[] smooth) {
		double[] laplacian = new double[smooth.length];
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++, i++) {
				double xx = smooth[x + 1 < columns ? i + 1 : i] - 2.0 * smooth[i] + smooth[x > 0 ? i - 1 : i];
				double yy = smooth[y + 1 < rows ? i + columns : i] - 2.0 * smooth[i] + smooth[y > 0 ? i - columns : i];
				laplacian[i] = xx / (columnStep * columnStep) + yy / (rowStep * rowStep);
			}
		return laplacian;
	}

	/** Of two neighbours between which the sign changes, the one that is nearer to zero. */
	private boolean[] zeroCrossings(double[] laplacian) {
		boolean[] crossing = new boolean[laplacian.length];
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++, i++) {
				if (x + 1 < columns) mark(laplacian, crossing, i, i + 1);
				if (y + 1 < rows) mark(laplacian, crossing, i, i + columns);
			}
		return crossing;
	}

	private static void mark(double[] laplacian, boolean[] crossing, int a, int b) {
		if (!(laplacian[a] * laplacian[b] < 0)) return;
		crossing[Math.abs(laplacian[a]) <= Math.abs(laplacian[b]) ? a : b] = true;
	}

	/** The most that any step can cost. */
	int most() {
		return (int) Math.ceil(UNIT * Math.hypot(columnStep, rowStep)) + 1;
	}

	/** From a pixel to one of its eight neighbours, {@code dx} columns and {@code dy} rows away; above 0. */
	int step(int from, int to, int dx, int dy) {
		double wayX = dx * columnStep;
		double wayY = dy * rowStep;
		double length = Math.sqrt(wayX * wayX + wayY * wayY);
		double before = (alongX[from] * wayX + alongY[from] * wayY) / length;
		double after = (alongX[to] * wayX + alongY[to] * wayY) / length;
		// The way is taken in the sense that agrees with the edge at its beginning.
		double turn = Math.acos(held(Math.abs(before))) + Math.acos(held(before < 0 ? -after : after));
		double cost = local[to] + DIRECTION * 2 / (3 * Math.PI) * turn;
		return Math.max(1, (int) Math.round(UNIT * cost * length));
	}

	private static double held(double cosine) {
		return Math.max(-1, Math.min(1, cosine));
	}
}
