package org.annotomy.segmentation.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

/**
 * Cheapest ways along the edges of a slice from one pixel to any other (Mortensen and Barrett; see {@link WireCosts}), by Dijkstra's
 * search in classes of whole-numbered costs (Dial 1969). The search goes only as far as the ways that are asked for need it, and goes on
 * from there. Equal costs are settled in a fixed order, so that the same clicks always give the same outline. Not
 * for several threads.
 */
public final class LiveWire {

	private static final int[] DX = {1, 0, -1, 0, 1, -1, -1, 1};
	private static final int[] DY = {0, 1, 0, -1, 1, 1, -1, -1};
	private static final int NONE = -1;

	private final SliceValues slice;
	private final WireCosts costs;
	private int[] cost;
	private int[] before;
	private boolean[] settled;
	/** A ring of lists, one for each cost that can be ahead. */
	private int[] first;
	private int[] next = new int[1 << 10];
	private int[] waiting = new int[1 << 10];
	private int entries;
	private int left;
	private int at;

	/** Looks at the edges of a slice; takes a moment. */
	public LiveWire(SliceValues slice) {
		this.slice = slice;
		this.costs = new WireCosts(slice);
	}

	/**
	 * The outline through clicked places, each joined to the next one along edges, and the last to the first.
	 *
	 * @param clicks in columns and rows of the slice, pixel-corner frame; those beside the slice count as the nearest pixel
	 * @return centres of pixels; the first one is not repeated at the end
	 * @throws IllegalArgumentException if there are fewer than two places
	 */
	public Vertices outline(Vertices clicks) {
		if (clicks.size() < 2)
			throw new IllegalArgumentException("A live wire needs at least two places, but " + clicks.size() + " were given.");
		List<Point> outline = new ArrayList<>();
		for (int i = 0; i < clicks.size(); i++) {
			begin(clicks.get(i));
			List<Point> way = wayTo(clicks.get((i + 1) % clicks.size()));
			outline.addAll(way.subList(0, way.size() - 1));
		}
		return Vertices.of(outline.isEmpty() ? List.of(clicks.get(0)) : outline);
	}

	/** Starts anew at a place. */
	public void begin(Point from) {
		int pixels = slice.values().length;
		cost = new int[pixels];
		before = new int[pixels];
		settled = new boolean[pixels];
		first = new int[costs.most() + 1];
		Arrays.fill(cost, Integer.MAX_VALUE);
		Arrays.fill(first, NONE);
		entries = 0;
		left = 0;
		at = 0;
		int start = slice.nearestPixel(from.x(), from.y());
		before[start] = NONE;
		cost[start] = 0;
		put(start, 0);
	}

	/**
	 * The way from where {@link #begin} started.
	 *
	 * @return centres of pixels, both ends included; at least one
	 */
	public List<Point> wayTo(Point to) {
		int end = slice.nearestPixel(to.x(), to.y());
		while (!settled[end])
			settleNext();
		List<Point> way = new ArrayList<>();
		for (int pixel = end; pixel != NONE; pixel = before[pixel])
			way.add(new Point(pixel % slice.columns() + 0.5, pixel / slice.columns() + 0.5));
		Collections.reverse(way);
		return way;
	}

	private void settleNext() {
		if (left == 0) throw new IllegalStateException("The live wire has come to every pixel.");
		while (first[at % first.length] == NONE)
			at++;
		int entry = first[at % first.length];
		first[at % first.length] = next[entry];
		left--;
		int pixel = waiting[entry];
		if (settled[pixel]) return;
		settled[pixel] = true;
		int x = pixel % slice.columns();
		int y = pixel / slice.columns();
		for (int i = 0; i < DX.length; i++) {
			int nx = x + DX[i];
			int ny = y + DY[i];
			if (nx < 0 || ny < 0 || nx >= slice.columns() || ny >= slice.rows()) continue;
			reach(pixel, ny * slice.columns() + nx, i);
		}
	}

	private void reach(int pixel, int neighbour, int direction) {
		if (settled[neighbour]) return;
		int total = cost[pixel] + costs.step(pixel, neighbour, DX[direction], DY[direction]);
		if (total >= cost[neighbour]) return;
		cost[neighbour] = total;
		before[neighbour] = pixel;
		put(neighbour, total);
	}

	private void put(int pixel, int total) {
		if (entries == next.length) {
			next = Arrays.copyOf(next, 2 * entries);
			waiting = Arrays.copyOf(waiting, 2 * entries);
		}
		waiting[entries] = pixel;
		next[entries] = first[total % first.length];
		first[total % first.length] = entries++;
		left++;
	}

	/** What the way to a pixel costs, for tests against another program. */
	int costTo(Point to) {
		wayTo(to);
		return cost[slice.nearestPixel(to.x(), to.y())];
	}
}
