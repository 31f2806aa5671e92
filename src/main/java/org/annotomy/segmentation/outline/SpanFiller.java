package org.annotomy.segmentation.outline;

import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Vertices;

/** Fills rings row by row with a table of active edges; ties as in {@link PixelSpans}. */
final class SpanFiller {

	/** ImageJ moves every crossing this far to the right so that a tie does not hang on the last bit. */
	private static final double TIE = 1e-8;

	private final int width;
	private final int firstRow;
	private final int endRow;
	private double[] x = new double[64];
	private double[] y = new double[64];
	private double[] slope = new double[64];
	private int[] part = new int[64];
	private int[] lastRow = new int[64];
	private long[] rowOfEdge = new long[64];
	private int[] active = new int[16];
	private double[] crossing = new double[16];
	private int edges;
	private PixelSpans.Spans spans;

	/** For many areas, one after the other, in the rows from {@code firstRow} to before {@code endRow}. For one thread. */
	SpanFiller(int width, int firstRow, int endRow) {
		this.width = width;
		this.firstRow = firstRow;
		this.endRow = endRow;
	}

	/** @param parts rings that count even-odd together; the parts are united */
	void fill(List<List<Vertices>> parts, PixelSpans.Spans into) {
		spans = into;
		edges = 0;
		for (int p = 0; p < parts.size(); p++)
			for (Vertices ring : parts.get(p)) {
				reserve(ring.size());
				for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
					add(ring.x(j), ring.y(j), ring.x(i), ring.y(i), p);
			}
		fill();
	}

	private void reserve(int more) {
		if (edges + more <= x.length) return;
		int length = Math.max(2 * x.length, edges + more);
		x = Arrays.copyOf(x, length);
		y = Arrays.copyOf(y, length);
		slope = Arrays.copyOf(slope, length);
		part = Arrays.copyOf(part, length);
		lastRow = Arrays.copyOf(lastRow, length);
		rowOfEdge = Arrays.copyOf(rowOfEdge, length);
	}

	/** An edge counts in the rows whose centre lies above its end and not above its beginning: y min &lt; centre ≤ y max. */
	private void add(double x1, double y1, double x2, double y2, int p) {
		if (y1 > y2) {
			add(x2, y2, x1, y1, p);
			return;
		}
		double first = Math.max(firstRow, Math.floor(y1 + 0.5));
		double last = Math.min(endRow - 1.0, Math.floor(y2 + 0.5) - 1);
		if (first > last) return;
		x[edges] = x1;
		y[edges] = y1;
		slope[edges] = (x2 - x1) / (y2 - y1);
		part[edges] = p;
		lastRow[edges] = (int) last;
		rowOfEdge[edges] = ((long) first << Integer.SIZE) + edges;
		edges++;
	}

	private void fill() {
		Arrays.sort(rowOfEdge, 0, edges);
		int count = 0;
		int next = 0;
		for (int row = edges == 0 ? endRow : (int) (rowOfEdge[0] >> Integer.SIZE); row < endRow; row++) {
			count = withoutEnded(count, row);
			for (; next < edges && rowOfEdge[next] >> Integer.SIZE == row; next++) {
				if (count == active.length) {
					active = Arrays.copyOf(active, 2 * count);
					crossing = new double[2 * count];
				}
				active[count++] = (int) rowOfEdge[next];
			}
			if (count == 0) {
				if (next == edges) return;
				row = (int) (rowOfEdge[next] >> Integer.SIZE) - 1;
				continue;
			}
			sort(count, row);
			row(count, row);
		}
	}

	private int withoutEnded(int count, int row) {
		int kept = 0;
		for (int i = 0; i < count; i++)
			if (lastRow[active[i]] >= row) active[kept++] = active[i];
		return kept;
	}

	/** By part, then from left to right; from row to row little changes, so insertion is fast. */
	private void sort(int count, int row) {
		for (int i = 0; i < count; i++) {
			int edge = active[i];
			double at = x[edge] + (row + 0.5 - y[edge]) * slope[edge] + TIE;
			int place = i;
			while (place > 0 && isBefore(edge, at, active[place - 1], crossing[place - 1])) {
				active[place] = active[place - 1];
				crossing[place] = crossing[place - 1];
				place--;
			}
			active[place] = edge;
			crossing[place] = at;
		}
	}

	private boolean isBefore(int edge, double at, int other, double otherAt) {
		return part[edge] != part[other] ? part[edge] < part[other] : at < otherAt;
	}

	private void row(int count, int row) {
		boolean onePart = part[active[0]] == part[active[count - 1]];
		if (onePart)
			for (int i = 0; i + 1 < count; i += 2)
				emit(row, pixel(crossing[i]), pixel(crossing[i + 1]));
		else
			united(count, row);
	}

	/** Spans of several parts may overlap: sorted by their beginning and joined. Every part has an even number of crossings. */
	private void united(int count, int row) {
		long[] pairs = new long[count / 2];
		for (int i = 0; i + 1 < count; i += 2)
			pairs[i / 2] = ((long) pixel(crossing[i]) << Integer.SIZE) + pixel(crossing[i + 1]);
		Arrays.sort(pairs);
		int from = (int) (pairs[0] >> Integer.SIZE);
		int to = (int) pairs[0];
		for (long pair : pairs) {
			int begin = (int) (pair >> Integer.SIZE);
			if (begin > to) {
				emit(row, from, to);
				from = begin;
				to = (int) pair;
			} else to = Math.max(to, (int) pair);
		}
		emit(row, from, to);
	}

	/** The first pixel whose centre lies right of the crossing, kept inside the image. */
	private int pixel(double crossing) {
		return (int) Math.max(0, Math.min(width, Math.floor(crossing + 0.5)));
	}

	private void emit(int row, int from, int to) {
		if (from < to) spans.span(row, from, to);
	}
}
