package org.annotomy.display.detection;

import java.util.BitSet;

import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.detection.Detections.Keyed;
import org.annotomy.annotation.detection.Kinds;
import org.annotomy.annotation.detection.Outlines;
import org.annotomy.geometry.Box;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Paints masses of detections in whole pixels: what a view shows is found by the boxes of the blocks and their trees; what is small on the
 * screen costs a pixel or two, whatever its outline is. The picture is cut into bands of rows, one for each processor, each painted in the
 * order of blocks and rows: the same view gives the same picture.
 */
public final class DetectionPicture {

	/** Smaller than this on the picture, a detection is a dot. */
	static final double DOT_PX = 3;

	private static final int ROUND_DOT_PX = 3;
	/** More than one, so that on a busy machine nobody waits long for a thread that stands still. */
	private static final int BANDS_PER_THREAD = 4;
	private static final int LEAST_ROWS = 16;
	private static final int SELECTED_ARGB = 0xffffff00;

	private final Detections detections;
	private final Viewport view;
	private final DetectionLook look;

	/** @param detections those of all planes on display */
	public DetectionPicture(Detections detections, Viewport view, DetectionLook look) {
		this.detections = detections;
		this.view = view;
		this.look = look;
	}

	/** @param pixels 0xAARRGGBB (not premultiplied), row by row; what was there is wiped out */
	public void paint(DetectionMode mode, int[] pixels) {
		if (mode == DetectionMode.HEAT_MAP) new HeatMap(detections, view, look).paint(pixels);
		else paint(mode, pixels, new PixelPart(0, 0, view.width(), view.height()));
	}

	/**
	 * Paints a part of the picture as it is in the whole one; the rest stays.
	 *
	 * @param mode not the heat map, of which no part can be told without the whole
	 * @param part inside the picture
	 */
	void paint(DetectionMode mode, int[] pixels, PixelPart part) {
		int bands = Math.max(1, Math.min(Workers.threads() * BANDS_PER_THREAD, part.height() / LEAST_ROWS));
		Workers.forEach(bands, Progress.NONE, "Painting detections", band -> {
			int first = part.y() + part.height() * band / bands;
			int last = part.y() + part.height() * (band + 1) / bands;
			PixelPart rows = new PixelPart(part.x(), first, part.width(), last - first);
			PixelBand painted = new PixelBand(pixels, view.width(), view.height(), rows);
			painted.clear();
			new Band(painted, mode).paint(view.under(rows));
		});
	}

	/** The rows of a picture that one thread paints. */
	private final class Band {

		private final PixelBand pixels;
		private final DetectionMode mode;
		private final double dx = -view.left() * view.scale();
		private final double dy = -view.top() * view.scale();
		private final double unit = view.scale() / Outlines.PER_PIXEL;
		private final int dotLimit = (int) Math.min(Integer.MAX_VALUE, DOT_PX / unit);
		private int[] xs = new int[64];
		private int[] ys = new int[64];

		Band(PixelBand pixels, DetectionMode mode) {
			this.pixels = pixels;
			this.mode = mode;
		}

		void paint(Box under) {
			Box near = under.grow((ROUND_DOT_PX + 1) / view.scale());
			for (Keyed block : detections.blocksAt(near)) {
				Kinds kinds = block.block().kinds();
				Outlines outlines = block.block().outlines();
				int[] colours = kinds.palette().stream().mapToInt(look::argb).toArray();
				BitSet selected = look.selected(block.key());
				outlines.search(near, row -> {
					int argb = colours[kinds.index(row)];
					if (argb != 0) paint(outlines, row, argb, selected != null && selected.get(row));
				});
			}
		}

		private void paint(Outlines outlines, int row, int ofKind, boolean selected) {
			int argb = selected ? SELECTED_ARGB : ofKind;
			boolean small = outlines.right(row) - outlines.left(row) < dotLimit
					&& outlines.bottom(row) - outlines.top(row) < dotLimit;
			if (mode == DetectionMode.CENTROIDS) paintMiddle(outlines, row, argb, small);
			else if (small) paintDot(outlines, row, argb);
			else paintOutline(outlines, row, argb, selected);
		}

		private void paintDot(Outlines outlines, int row, int argb) {
			int left = (int) Math.floor(outlines.left(row) * unit + dx);
			int top = (int) Math.floor(outlines.top(row) * unit + dy);
			int right = (int) Math.floor(outlines.right(row) * unit + dx);
			int bottom = (int) Math.floor(outlines.bottom(row) * unit + dy);
			pixels.fill(left + right >> 1, top + bottom >> 1, right - left > 1 ? 2 : 1, bottom - top > 1 ? 2 : 1, argb);
		}

		private void paintMiddle(Outlines outlines, int row, int argb, boolean small) {
			double[] middle = small
					? new double[]{((long) outlines.left(row) + outlines.right(row)) / 2.0 / Outlines.PER_PIXEL,
							((long) outlines.top(row) + outlines.bottom(row)) / 2.0 / Outlines.PER_PIXEL}
					: outlines.centroid(row);
			int x = (int) Math.floor(middle[0] * view.scale() + dx);
			int y = (int) Math.floor(middle[1] * view.scale() + dy);
			if (small) pixels.fill(x, y, 1, 1, argb);
			else pixels.fill(x - 1, y - 1, ROUND_DOT_PX, ROUND_DOT_PX, argb);
		}

		private void paintOutline(Outlines outlines, int row, int argb, boolean thick) {
			int points = outlines.points(row);
			if (points > xs.length) {
				xs = new int[2 * points];
				ys = new int[2 * points];
			}
			int count = outlines.toCanvas(row, view.scale(), dx, dy, xs, ys);
			for (int i = 0, k = count - 1; i < count; k = i++) {
				pixels.line(xs[k], ys[k], xs[i], ys[i], argb);
				if (thick) pixels.line(xs[k] + 1, ys[k], xs[i] + 1, ys[i], argb);
			}
		}
	}
}
