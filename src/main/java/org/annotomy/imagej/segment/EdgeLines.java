package org.annotomy.imagej.segment;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.Map;

import org.annotomy.annotation.model.Segment;

/** The edges of pixels that bound a segment on a slice, joined to lines where they continue; in pixel corners. */
final class EdgeLines {

	private int[] ends = new int[64];
	private int count;

	/**
	 * Adds the edges of a layer to those of its segments.
	 *
	 * @param labels row by row
	 * @param edges changed
	 */
	static void trace(short[] labels, int columns, LabelLook look, Map<Segment, EdgeLines> edges) {
		int rows = labels.length / columns;
		for (int y = 0; y <= rows; y++)
			traceLine(labels, y, rows, columns, columns, 1, look, edges, true);
		for (int x = 0; x <= columns; x++)
			traceLine(labels, x, columns, rows, 1, columns, look, edges, false);
	}

	/** Edges between line {@code at - 1} and line {@code at}: on both sides of it if two segments meet. */
	private static void traceLine(short[] labels, int at, int lines, int length, int lineStride, int stride, LabelLook look,
			Map<Segment, EdgeLines> edges, boolean horizontal) {
		for (int side = 0; side < 2; side++) {
			int begin = 0;
			Segment open = null;
			for (int i = 0; i <= length; i++) {
				Segment here = i == length ? null : bounded(labels, at, lines, lineStride, i * stride, side, look);
				if (here == open) continue;
				if (open != null) edges.computeIfAbsent(open, s -> new EdgeLines()).add(at, begin, i, horizontal);
				open = here;
				begin = i;
			}
		}
	}

	/** The segment on one side of an edge, if the other side is not the same. */
	private static Segment bounded(short[] labels, int at, int lines, int lineStride, int offset, int side, LabelLook look) {
		int before = at == 0 ? 0 : labels[(at - 1) * lineStride + offset] & 0xffff;
		int after = at == lines ? 0 : labels[at * lineStride + offset] & 0xffff;
		return before == after ? null : look.segment(side == 0 ? before : after);
	}

	private void add(int at, int from, int to, boolean horizontal) {
		if (count + 4 > ends.length) ends = Arrays.copyOf(ends, 2 * ends.length);
		ends[count++] = horizontal ? from : at;
		ends[count++] = horizontal ? at : from;
		ends[count++] = horizontal ? to : at;
		ends[count++] = horizontal ? at : to;
	}

	/** How many lines there are. */
	int size() {
		return count / 4;
	}

	/** Draws the lines in the present colour. @param toCanvas from pixel corners of the slice to the canvas */
	void draw(Graphics2D g, AffineTransform toCanvas) {
		double[] at = new double[4];
		for (int i = 0; i < count; i += 4) {
			for (int k = 0; k < 4; k++)
				at[k] = ends[i + k];
			toCanvas.transform(at, 0, at, 0, 2);
			g.drawLine((int) Math.round(at[0]), (int) Math.round(at[1]), (int) Math.round(at[2]), (int) Math.round(at[3]));
		}
	}
}
