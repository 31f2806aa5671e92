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
		traceLines(labels, columns, rows, look, edges, true);
		traceLines(transposed(labels, columns, rows), rows, columns, look, edges, false);
	}

	private static short[] transposed(short[] labels, int columns, int rows) {
		short[] turned = new short[labels.length];
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++, i++)
				if (labels[i] != 0) turned[x * rows + y] = labels[i];
		return turned;
	}

	/** Edges between each line and the next one, of {@code length} labels each, and at the first and last. */
	private static void traceLines(short[] labels, int length, int lines, LabelLook look, Map<Segment, EdgeLines> edges,
			boolean horizontal) {
		short[] none = new short[length];
		for (int at = 0; at <= lines; at++) {
			short[] before = at == 0 ? none : labels;
			short[] after = at == lines ? none : labels;
			int beforeFrom = at == 0 ? 0 : (at - 1) * length;
			int afterFrom = at == lines ? 0 : at * length;
			int same = Arrays.mismatch(before, beforeFrom, beforeFrom + length, after, afterFrom, afterFrom + length);
			if (same < 0) continue;
			traceLine(before, beforeFrom, after, afterFrom, same, length, look, new Line(edges, at, horizontal));
		}
	}

	/** On both sides of the line if two segments meet. @param from the first place where the lines differ */
	private static void traceLine(short[] before, int beforeFrom, short[] after, int afterFrom, int from, int length,
			LabelLook look, Line line) {
		for (int side = 0; side < 2; side++) {
			short[] here = side == 0 ? before : after;
			int hereFrom = side == 0 ? beforeFrom : afterFrom;
			int i = from;
			while (i < length) {
				if (before[beforeFrom + i] == after[afterFrom + i]) {
					int same = Arrays.mismatch(before, beforeFrom + i, beforeFrom + length, after, afterFrom + i,
							afterFrom + length);
					if (same < 0) break;
					i += same;
				}
				int begin = i;
				short label = here[hereFrom + i];
				while (i < length && here[hereFrom + i] == label && before[beforeFrom + i] != after[afterFrom + i])
					i++;
				Segment segment = look.segment(label & 0xffff);
				if (segment != null) line.add(segment, begin, i);
			}
		}
	}

	/** Where edges of one line go. */
	private record Line(Map<Segment, EdgeLines> edges, int at, boolean horizontal) {

		void add(Segment segment, int from, int to) {
			edges.computeIfAbsent(segment, s -> new EdgeLines()).add(at, from, to, horizontal);
		}
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
