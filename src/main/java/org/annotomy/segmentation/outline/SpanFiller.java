package org.annotomy.segmentation.outline;

import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Vertices;

/** Fills rings row by row with a table of active edges; ties as in {@link PixelSpans}. */
final class SpanFiller {

	/** ImageJ moves every crossing this far to the right so that a tie does not hang on the last bit. */
	private static final double TIE = 1e-8;

	private final int width;
	private final int height;
	private final PixelSpans.Spans spans;
	private double[] x;
	private double[] y;
	private double[] slope;
	private int[] part;
	private long[] rowOfEdge;
	private int[] lastRow;
	private int edges;

	/** @param parts rings that count even-odd together; the parts are united */
	SpanFiller(List<List<Vertices>> parts, int width, int height, PixelSpans.Spans spans) {
		this.width = width;
		this.height = height;
		this.spans = spans;
		int most = parts.stream().flatMap(List::stream).mapToInt(Vertices::size).sum();
		x = new double[most];
		y = new double[most];
		slope = new double[most];
		part = new int[most];
		lastRow = new int[most];
		rowOfEdge = new long[most];
		for (int p = 0; p < parts.size(); p++)
			for (Vertices ring : parts.get(p))
				for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
					add(ring.x(j), ring.y(j), ring.x(i), ring.y(i), p);
	}

	/** An edge counts in the rows whose centre lies above its end and not above its beginning: y min &lt; centre ≤ y max. */
	private void add(double x1, double y1, double x2, double y2, int p) {
		if (y1 > y2) {
			add(x2, y2, x1, y1, p);
			return;
		}
		double first = Math.max(0, Math.floor(y1 + 0.5));
		double last = Math.min(height - 1.0, Math.floor(y2 + 0.5) - 1);
		if (first > last) return;
		x[edges] = x1;
		y[edges] = y1;
		slope[edges] = (x2 - x1) / (y2 - y1);
		part[edges] = p;
		lastRow[edges] = (int) last;
		rowOfEdge[edges] = ((long) first << Integer.SIZE) + edges;
		edges++;
	}

	void fill() {
		long[] order = Arrays.copyOf(rowOfEdge, edges);
		Arrays.sort(order);
		int[] active = new int[16];
		double[] crossing = new double[16];
		int count = 0;
		int next = 0;
		for (int row = edges == 0 ? height : (int) (order[0] >> Integer.SIZE); row < height; row++) {
			count = withoutEnded(active, count, row);
			for (; next < edges && order[next] >> Integer.SIZE == row; next++) {
				if (count == active.length) {
					active = Arrays.copyOf(active, 2 * count);
					crossing = new double[2 * count];
				}
				active[count++] = (int) order[next];
			}
			if (count == 0) {
				if (next == edges) return;
				row = (int) (order[next] >> Integer.SIZE) - 1;
				continue;
			}
			sort(active, crossing, count, row);
			row(active, crossing, count, row);
		}
	}

	private int withoutEnded(int[] active, int count, int row) {
		int kept = 0;
		for (int i = 0; i < count; i++)
			if (lastRow[active[i]] >= row) active[kept++] = active[i];
		return kept;
	}

	/** By part, then from left to right; from row to row little changes, so insertion is fast. */
	private void sort(int[] active, double[] crossing, int count, int row) {
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

	private void row(int[] active, double[] crossing, int count, int row) {
		boolean onePart = part[active[0]] == part[active[count - 1]];
		if (onePart)
			for (int i = 0; i + 1 < count; i += 2)
				emit(row, pixel(crossing[i]), pixel(crossing[i + 1]));
		else
			united(crossing, count, row);
	}

	/** Spans of several parts may overlap: sorted by their beginning and joined. Every part has an even number of crossings. */
	private void united(double[] crossing, int count, int row) {
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
