package org.annotomy.display.detection;

import java.util.Arrays;

import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.detection.Detections.Keyed;
import org.annotomy.annotation.detection.Outlines;
import org.annotomy.geometry.Box;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** How many detections there are around each place of a view: counted in cells of some screen pixels, and smoothed. */
final class HeatMap {

	/** Side of a cell on the screen. */
	private static final int CELL_PX = 4;
	/** Three boxes of 2 × 3 + 1 cells, one after the other, are nearly a Gaussian of 3.5 cells. */
	private static final int RADIUS = 3;
	private static final int PASSES = 3;
	private static final int MARGIN = RADIUS * PASSES;
	private static final int STEPS = 256;
	/** Of full density; what lies below a fiftieth is left clear. */
	private static final int MOST_OPAQUE = 200;
	/** From a third of full density on it is as opaque as it gets; below, it fades out. */
	private static final double SOFT_EDGE = 3;
	/** Black, purple, red, orange, yellow. */
	private static final int[][] STOPS = {{20, 11, 53}, {120, 28, 109}, {208, 58, 69}, {246, 135, 32}, {252, 255, 120}};

	private final Detections detections;
	private final Viewport view;
	private final DetectionLook look;
	private final int columns;
	private final int rows;

	HeatMap(Detections detections, Viewport view, DetectionLook look) {
		this.detections = detections;
		this.view = view;
		this.look = look;
		columns = (view.width() + CELL_PX - 1) / CELL_PX + 2 * MARGIN;
		rows = (view.height() + CELL_PX - 1) / CELL_PX + 2 * MARGIN;
	}

	void paint(int[] pixels) {
		float[] density = counts();
		for (int pass = 0; pass < PASSES; pass++)
			density = smoothed(density);
		float most = 0;
		for (int row = MARGIN; row < rows - MARGIN; row++)
			for (int column = MARGIN; column < columns - MARGIN; column++)
				most = Math.max(most, density[row * columns + column]);
		int[] colours = colours();
		int width = view.width();
		for (int y = 0; y < view.height(); y += CELL_PX) {
			int start = y * width;
			for (int x = 0; x < width; x += CELL_PX) {
				float here = density[(y / CELL_PX + MARGIN) * columns + x / CELL_PX + MARGIN];
				int argb = most == 0 ? 0 : colours[Math.round(here / most * (STEPS - 1))];
				Arrays.fill(pixels, start + x, start + Math.min(width, x + CELL_PX), argb);
			}
			for (int copy = 1; copy < Math.min(CELL_PX, view.height() - y); copy++)
				System.arraycopy(pixels, start, pixels, start + copy * width, width);
		}
	}

	/** Where the middle of each detection lies; a margin around the view counts too. */
	float[] counts() {
		float[] counts = new float[columns * rows];
		int bands = Math.max(1, Math.min(Workers.threads(), rows));
		Workers.forEach(bands, Progress.NONE, "Painting detections",
				band -> count(counts, rows * band / bands, rows * (band + 1) / bands));
		return counts;
	}

	private void count(float[] counts, int firstRow, int lastRow) {
		double cell = CELL_PX / view.scale();
		Box near = new Box(view.left() - MARGIN * cell, view.top() + (firstRow - MARGIN) * cell, columns * cell,
				(lastRow - firstRow) * cell);
		double unit = view.scale() / CELL_PX / Outlines.PER_PIXEL / 2;
		double left = MARGIN - view.left() / cell;
		double top = MARGIN - view.top() / cell;
		for (Keyed block : detections.blocksAt(near)) {
			boolean[] shown = block.block().kinds().are(kind -> look.argb(kind) != 0);
			Outlines outlines = block.block().outlines();
			outlines.searchRanges(near, (start, end) -> {
				for (int row = start; row < end; row++) {
					if (!shown[block.block().kinds().index(row)]) continue;
					int x = (int) Math.floor(((double) outlines.left(row) + outlines.right(row)) * unit + left);
					int y = (int) Math.floor(((double) outlines.top(row) + outlines.bottom(row)) * unit + top);
					if (x >= 0 && x < columns && y >= firstRow && y < lastRow) counts[y * columns + x]++;
				}
			});
		}
	}

	/** The mean of a box, across and then down; what lies outside counts as none. */
	private float[] smoothed(float[] density) {
		float[] across = new float[density.length];
		for (int row = 0; row < rows; row++)
			run(density, across, row * columns, 1, columns);
		float[] down = new float[density.length];
		for (int column = 0; column < columns; column++)
			run(across, down, column, columns, rows);
		return down;
	}

	private static void run(float[] from, float[] to, int start, int step, int count) {
		float sum = 0;
		for (int i = -RADIUS; i < count; i++) {
			if (i + RADIUS < count) sum += from[start + (i + RADIUS) * step];
			if (i - RADIUS - 1 >= 0) sum -= from[start + (i - RADIUS - 1) * step];
			if (i >= 0) to[start + i * step] = Math.max(0, sum) / (2 * RADIUS + 1);
		}
	}

	private static int[] colours() {
		int[] colours = new int[STEPS];
		for (int i = STEPS / 50; i < STEPS; i++) {
			double at = (double) i / (STEPS - 1) * (STOPS.length - 1);
			int stop = Math.min(STOPS.length - 2, (int) at);
			int rgb = 0;
			for (int c = 0; c < 3; c++)
				rgb = rgb << 8 | (int) Math.round(STOPS[stop][c] + (at - stop) * (STOPS[stop + 1][c] - STOPS[stop][c]));
			int alpha = (int) Math.min(MOST_OPAQUE, SOFT_EDGE * MOST_OPAQUE * i / STEPS);
			colours[i] = alpha << 24 | rgb;
		}
		return colours;
	}
}
