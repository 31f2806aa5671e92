package org.annotomy.annotation.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.SimpleRing;
import org.annotomy.geometry.Vertices;

/** Collects the detections of one block. For one thread. */
public final class BlockBuilder {

	private static final int LARGEST = 2_000_000 * Outlines.PER_PIXEL;
	/** Other programs see outlines on a grid of 0.01 pixels: on that, too, they must not touch themselves. */
	private static final int PER_CELL = Outlines.PER_PIXEL / 100;

	private final Map<DetectionKind, Integer> kinds = new LinkedHashMap<>();
	private final Map<String, double[]> columns = new LinkedHashMap<>();
	private final SimpleRing ring = new SimpleRing();
	private char[] kindOf = new char[256];
	private long[] ids = new long[512];
	private int[] starts = new int[257];
	private int[] xy = new int[8192];
	private int count;

	public int size() {
		return count;
	}

	public boolean isFull() { return count >= DetectionBlock.MOST_ROWS; }

	/**
	 * Thousandths of a pixel as an outline of a block: one ring without holes that has an area and touches itself nowhere, also on the grid
	 * of 0.01 pixels that QuPath rounds to. A polygon that looks like an upright rectangle is not taken: read back, it would be one.
	 *
	 * @param outline x0 y0 x1 y1 …, open; only the first {@code numbers} count
	 */
	public boolean accepts(DetectionKind kind, int[] outline, int numbers) {
		if (numbers < 6 || kind.isRectangular() != (numbers == 8 && Box.isOutline(i -> outline[i]))) return false;
		ring.clear();
		for (int i = 0; i < numbers; i += 2) {
			if (Math.abs(outline[i]) > LARGEST || Math.abs(outline[i + 1]) > LARGEST) return false;
			ring.add(Math.floorDiv(outline[i] + PER_CELL / 2, PER_CELL), Math.floorDiv(outline[i + 1] + PER_CELL / 2, PER_CELL));
		}
		return ring.isSurelySimple();
	}

	/**
	 * Adds an object if nothing of it is lost.
	 *
	 * @return false, and nothing added, if its outline is not one that {@link #accepts} or has more than three decimals
	 */
	public boolean add(AnnotationObject object) {
		Optional<int[]> outline = exact(object.shape());
		if (outline.isEmpty()) return false;
		DetectionKind kind = DetectionKind.of(object);
		if (!accepts(kind, outline.get(), outline.get().length)) return false;
		add(object.id(), outline.get(), outline.get().length, kind, DetectionKind.values(object));
		return true;
	}

	/** The outline, unless it would be another one when it comes back. */
	private static Optional<int[]> exact(Shape shape) {
		if (shape instanceof RectangleShape rectangle) return corners(rectangle);
		if (!(shape instanceof PolygonShape polygon) || !polygon.isSimple() || polygon.origin() == PolygonShape.Origin.SPLINE)
			return Optional.empty();
		Vertices shell = polygon.parts().get(0).shell();
		int[] outline = new int[2 * shell.size()];
		for (int i = 0; i < shell.size(); i++) {
			outline[2 * i] = thousandths(shell.x(i));
			outline[2 * i + 1] = thousandths(shell.y(i));
			if (!same(outline[2 * i], shell.x(i)) || !same(outline[2 * i + 1], shell.y(i))) return Optional.empty();
		}
		return Optional.of(outline);
	}

	private static Optional<int[]> corners(RectangleShape rectangle) {
		Box box = rectangle.box();
		int left = thousandths(box.x());
		int top = thousandths(box.y());
		int right = thousandths(box.maxX());
		int bottom = thousandths(box.maxY());
		double[] opposite = {pixels(left), pixels(top), pixels(right), pixels(bottom)};
		return rectangle.cornerDiameter() == 0 && Box.around(opposite).equals(box)
				? Optional.of(new int[]{left, top, right, top, right, bottom, left, bottom})
				: Optional.empty();
	}

	private static int thousandths(double pixels) {
		return (int) Math.rint(pixels * Outlines.PER_PIXEL);
	}

	private static boolean same(int thousandths, double pixels) {
		return Double.doubleToRawLongBits(pixels(thousandths)) == Double.doubleToRawLongBits(pixels);
	}

	private static double pixels(int thousandths) {
		return thousandths / (double) Outlines.PER_PIXEL;
	}

	/**
	 * @param outline that {@link #accepts} takes, in thousandths of a pixel; copied
	 * @param values as many as the kind has measurements, in its order
	 */
	public void add(UUID id, int[] outline, int numbers, DetectionKind kind, double[] values) {
		add(id.getMostSignificantBits(), id.getLeastSignificantBits(), outline, 0, numbers, kind, values);
	}

	/** A row of another block. */
	public void add(DetectionBlock from, int row) {
		Outlines o = from.outlines();
		DetectionKind kind = from.kinds().of(row);
		add(o.ids()[2 * row], o.ids()[2 * row + 1], o.xy(), o.starts()[row], o.starts()[row + 1], kind,
				from.measures().values(kind, row));
	}

	private void add(long high, long low, int[] outline, int from, int to, DetectionKind kind, double[] values) {
		if (isFull()) throw new IllegalStateException("The block is full.");
		reserve(to - from);
		ids[2 * count] = high;
		ids[2 * count + 1] = low;
		int start = starts[count];
		System.arraycopy(outline, from, xy, start, to - from);
		if (kind.isRectangular()) straighten(start);
		starts[count + 1] = start + to - from;
		Integer known = kinds.putIfAbsent(kind, kinds.size());
		kindOf[count] = (char) (known == null ? kinds.size() - 1 : known);
		for (int i = 0; i < values.length; i++)
			columns.computeIfAbsent(kind.measurements().get(i), name -> new double[DetectionBlock.MOST_ROWS])[count] = values[i];
		count++;
	}

	/** Rectangles have no first corner and no direction: from the upper left one clockwise. */
	private void straighten(int start) {
		int left = Math.min(xy[start], xy[start + 4]);
		int top = Math.min(xy[start + 1], xy[start + 5]);
		int right = Math.max(xy[start], xy[start + 4]);
		int bottom = Math.max(xy[start + 1], xy[start + 5]);
		System.arraycopy(new int[]{left, top, right, top, right, bottom, left, bottom}, 0, xy, start, 8);
	}

	private void reserve(int numbers) {
		if (count == kindOf.length) {
			kindOf = Arrays.copyOf(kindOf, 2 * count);
			ids = Arrays.copyOf(ids, 4 * count);
			starts = Arrays.copyOf(starts, 2 * count + 1);
		}
		int needed = starts[count] + numbers;
		if (needed > xy.length) xy = Arrays.copyOf(xy, Math.max(needed, 2 * xy.length));
	}

	/** The block; its rows lie along a Hilbert curve. The builder is empty afterwards. */
	public DetectionBlock build() {
		if (count == 0) return DetectionBlock.EMPTY;
		int[] order = HilbertOrder.of(starts, xy, count);
		long[] sortedIds = new long[2 * count];
		int[] sortedStarts = new int[count + 1];
		int[] sortedXy = new int[starts[count]];
		char[] sortedKinds = new char[count];
		for (int i = 0; i < count; i++) {
			int row = order[i];
			sortedIds[2 * i] = ids[2 * row];
			sortedIds[2 * i + 1] = ids[2 * row + 1];
			int numbers = starts[row + 1] - starts[row];
			System.arraycopy(xy, starts[row], sortedXy, sortedStarts[i], numbers);
			sortedStarts[i + 1] = sortedStarts[i] + numbers;
			sortedKinds[i] = kindOf[row];
		}
		DetectionBlock block = new DetectionBlock(new Outlines(sortedIds, sortedStarts, sortedXy),
				Kinds.of(new ArrayList<>(kinds.keySet()), sortedKinds), measures(order));
		clear();
		return block;
	}

	private Measures measures(int[] order) {
		List<String> names = new ArrayList<>(columns.keySet());
		double[][] sorted = new double[names.size()][count];
		for (int c = 0; c < sorted.length; c++) {
			double[] column = columns.get(names.get(c));
			for (int i = 0; i < count; i++)
				sorted[c][i] = column[order[i]];
		}
		return names.isEmpty() ? Measures.NONE : new Measures(names, sorted);
	}

	private void clear() {
		count = 0;
		kinds.clear();
		columns.clear();
	}
}
