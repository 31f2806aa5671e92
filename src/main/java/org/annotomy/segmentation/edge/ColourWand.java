package org.annotomy.segmentation.edge;

import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.component.FillHoles;
import org.annotomy.segmentation.outline.MaskTracing;
import org.annotomy.segmentation.outline.PixelMask;
import org.annotomy.task.Progress;

/**
 * What looks like the place in the middle of a small square picture and hangs together with it: the pixels whose smoothed colour is nearer to
 * that of the middle than a part of the mean distance in the picture, within the circle that touches its sides; holes are filled. So it takes
 * more where colours differ much, as the eye does.
 *
 * @param sigmaPx of the smoothing, by three box filters; 0 for none
 * @param sensitivity the mean distance of colours is divided by it: 2 is a good beginning, less takes more; infinite for exactly the same
 *            colour
 */
public record ColourWand(double sigmaPx, double sensitivity) {

	/** Differences below are noise. */
	private static final double LEAST_DISTANCE = 3;
	private static final int PASSES = 3;

	/** @throws IllegalArgumentException if a number is negative, or the sensitivity 0 */
	public ColourWand {
		if (!(sigmaPx >= 0 && sigmaPx <= 50) || !(sensitivity > 0))
			throw new IllegalArgumentException("A wand smooths by 0 to 50 pixels and has a sensitivity above 0, not " + sigmaPx
					+ " pixels and " + sensitivity + ".");
	}

	/**
	 * @param rgb {@code side · side} colours, top row first; not changed
	 * @return the outline in pixels of the picture; empty only if the picture is
	 */
	public Optional<PolygonShape> outline(int[] rgb, int side) {
		if (side < 1) return Optional.empty();
		float[][] colour = new float[3][];
		for (int c = 0; c < 3; c++)
			colour[c] = smoothed(component(rgb, 16 - 8 * c), side);
		float[] distances = distances(colour, side);
		byte[] taken = flood(distances, side, limit(distances));
		byte[] filled = FillHoles.inPlanes(taken, new VolumeSize(side, side, 1), Axis.Z, Progress.NONE);
		return MaskTracing.outline(new PixelMask(0, 0, side, side, filled));
	}

	private static float[] component(int[] rgb, int shift) {
		float[] values = new float[rgb.length];
		for (int i = 0; i < rgb.length; i++)
			values[i] = rgb[i] >> shift & 255;
		return values;
	}

	/** Three box filters have the variance of the Gaussian as nearly as whole widths allow (Wells 1986). */
	private float[] smoothed(float[] values, int side) {
		int radius = (int) Math.round((Math.sqrt(12 * sigmaPx * sigmaPx / PASSES + 1) - 1) / 2);
		float[] result = values;
		for (int pass = 0; pass < PASSES && radius > 0; pass++)
			result = transposed(rows(transposed(rows(result, side, radius), side), side, radius), side);
		return result;
	}

	private static float[] rows(float[] values, int side, int radius) {
		float[] means = new float[values.length];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				int from = Math.max(0, x - radius);
				int to = Math.min(side - 1, x + radius);
				float sum = 0;
				for (int k = from; k <= to; k++)
					sum += values[y * side + k];
				means[y * side + x] = sum / (to - from + 1);
			}
		return means;
	}

	private static float[] transposed(float[] values, int side) {
		float[] turned = new float[values.length];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				turned[x * side + y] = values[y * side + x];
		return turned;
	}

	private static float[] distances(float[][] colour, int side) {
		int middle = side / 2 * side + side / 2;
		float[] distances = new float[side * side];
		for (int i = 0; i < distances.length; i++) {
			float sum = 0;
			for (float[] component : colour)
				sum += (component[i] - component[middle]) * (component[i] - component[middle]);
			distances[i] = (float) Math.sqrt(sum);
		}
		return distances;
	}

	private double limit(float[] distances) {
		if (Double.isInfinite(sensitivity)) return 0;
		double sum = 0;
		for (float distance : distances)
			sum += distance;
		return Math.max(LEAST_DISTANCE, sum / distances.length / sensitivity);
	}

	/** From the middle over sides of pixels, within the circle. */
	private static byte[] flood(float[] distances, int side, double limit) {
		byte[] taken = new byte[side * side];
		int[] stack = new int[side * side];
		int count = 0;
		int middle = side / 2 * side + side / 2;
		taken[middle] = 1;
		stack[count++] = middle;
		while (count > 0) {
			int at = stack[--count];
			int x = at % side;
			for (int next : new int[]{x > 0 ? at - 1 : at, x < side - 1 ? at + 1 : at, at - side, at + side}) {
				if (next < 0 || next >= taken.length || taken[next] != 0 || distances[next] > limit || !isInCircle(next, side))
					continue;
				taken[next] = 1;
				stack[count++] = next;
			}
		}
		return taken;
	}

	private static boolean isInCircle(int index, int side) {
		double dx = index % side - side / 2;
		double dy = index / side - side / 2;
		return dx * dx + dy * dy <= side * side / 4.0;
	}
}
