package org.annotomy.slide.viewing;

import java.util.List;

/** How long each place of a slide was in view. */
public final class ViewingHeat {

	private static final int LONGEST_SIDE = 1024;
	/** Nobody looks at one place for longer without a move: who does has left the desk. */
	private static final long MOST_MS = 60_000;

	private final int width;
	private final int height;
	private final int scale;
	private final float[] seconds;

	/** @param slideWidth of level 0, as {@code slideHeight} */
	public ViewingHeat(int slideWidth, int slideHeight) {
		scale = Math.max(1, (Math.max(slideWidth, slideHeight) + LONGEST_SIDE - 1) / LONGEST_SIDE);
		width = (slideWidth + scale - 1) / scale;
		height = (slideHeight + scale - 1) / scale;
		seconds = new float[width * height];
	}

	/**
	 * Adds rests, of each a minute at the most.
	 *
	 * @param mostDownsample coarser views do not count; 0: all do
	 */
	public void add(List<ViewMoment> moments, double mostDownsample) {
		for (ViewMoment moment : moments)
			if (mostDownsample <= 0 || moment.view().downsample() <= mostDownsample) add(moment);
	}

	private void add(ViewMoment moment) {
		RestingView view = moment.view();
		float time = Math.min(MOST_MS, moment.durationMs()) / 1000f;
		double reach = view.reach();
		int left = cell(view.centreX() - reach, width);
		int right = cell(view.centreX() + reach, width);
		int top = cell(view.centreY() - reach, height);
		int bottom = cell(view.centreY() + reach, height);
		for (int y = top; y <= bottom; y++)
			for (int x = left; x <= right; x++)
				if (view.shows((x + 0.5) * scale, (y + 0.5) * scale)) seconds[y * width + x] += time;
	}

	private int cell(double px, int count) {
		return (int) Math.max(0, Math.min(count - 1.0, Math.floor(px / scale)));
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Pixels of level 0 on a side of a cell. */
	public int scale() {
		return scale;
	}

	/** Row by row; the array itself. */
	public float[] seconds() {
		return seconds;
	}
}
