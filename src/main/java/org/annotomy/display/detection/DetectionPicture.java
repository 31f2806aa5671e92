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
				outlines.searchRanges(near, (first, end) -> paint(outlines, kinds, colours, selected, first, end));
			}
		}

		/** Of a million rows all but a few are dots: what is done for those is said first, and short. */
		private void paint(Outlines outlines, Kinds kinds, int[] colours, BitSet selected, int first, int end) {
			boolean outlined = mode == DetectionMode.OUTLINES;
			for (int row = first; row < end; row++) {
				int ofKind = colours[kinds.index(row)];
				if (ofKind == 0) continue;
				boolean chosen = selected != null && selected.get(row);
				int argb = chosen ? SELECTED_ARGB : ofKind;
				int left = outlines.left(row);
				int top = outlines.top(row);
				int right = outlines.right(row);
				int bottom = outlines.bottom(row);
				boolean small = right - left < dotLimit && bottom - top < dotLimit;
				if (!outlined) paintMiddle(outlines, row, argb, small);
				else if (small) paintDot(left, top, right, bottom, argb);
				else paintOutline(outlines, row, argb, chosen);
			}
		}

		private void paintDot(int left, int top, int right, int bottom, int argb) {
			int fromX = floor(left * unit + dx);
			int fromY = floor(top * unit + dy);
			int toX = floor(right * unit + dx);
			int toY = floor(bottom * unit + dy);
			pixels.fill(fromX + toX >> 1, fromY + toY >> 1, toX - fromX > 1 ? 2 : 1, toY - fromY > 1 ? 2 : 1, argb);
		}

		private void paintMiddle(Outlines outlines, int row, int argb, boolean small) {
			if (small) {
				double twiceX = (double) outlines.left(row) + outlines.right(row);
				double twiceY = (double) outlines.top(row) + outlines.bottom(row);
				pixels.fill(floor(twiceX / 2 * unit + dx), floor(twiceY / 2 * unit + dy), 1, 1, argb);
				return;
			}
			double[] middle = outlines.centroid(row);
			int x = floor(middle[0] * view.scale() + dx);
			int y = floor(middle[1] * view.scale() + dy);
			pixels.fill(x - 1, y - 1, ROUND_DOT_PX, ROUND_DOT_PX, argb);
		}

		/** As {@link Math#floor}; a cast, which rounds towards 0, is quicker. */
		private static int floor(double value) {
			int whole = (int) value;
			return value < whole ? whole - 1 : whole;
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
