package org.annotomy.segmentation.outline;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;
import org.annotomy.task.Workers;

/**
 * A label image of one plane: whole numbers on a rectangle of pixels, 0 for background.
 *
 * @param labels {@code width · height} numbers, x fastest; kept, not copied
 */
public record LabelPixels(int[] labels, int width, int height) implements Pixels {

	/** A thread is not worth while for fewer rows. */
	private static final int LEAST_ROWS = 64;
	/** So that threads whose rows have few shapes help the others. */
	private static final int PIECES_PER_THREAD = 4;

	/** @throws IllegalArgumentException if the array has another length */
	public LabelPixels {
		if (labels.length != (long) width * height)
			throw new IllegalArgumentException(
					"A label image of " + width + " × " + height + " pixels cannot have " + labels.length + " values.");
	}

	/**
	 * Fills shapes in, the first with 1, the next with 2 and so on, by the rules of {@link PixelSpans}; where they overlap, the later one is
	 * seen. Several threads share the rows.
	 *
	 * @throws org.annotomy.task.CancelledException if the user cancelled; then some are filled in
	 */
	public void fill(List<? extends Shape> shapes, Progress progress) {
		Box[] bounds = new Box[shapes.size()];
		Arrays.setAll(bounds, i -> shapes.get(i).bounds());
		fill(bounds, shapes::get, progress);
	}

	/** As {@link #fill(List, Progress)}, for shapes that are made when they are needed. @param shape called on several threads */
	public void fill(Box[] bounds, IntFunction<? extends Shape> shape, Progress progress) {
		int first = height;
		int end = 0;
		for (Box box : bounds) {
			first = (int) Math.max(0, Math.min(first, Math.floor(box.y())));
			end = (int) Math.min(height, Math.max(end, Math.ceil(box.maxY()) + 1));
		}
		int top = first;
		int rows = Math.max(0, end - first);
		int pieces = Math.max(1, Math.min(PIECES_PER_THREAD * Workers.threads(), rows / LEAST_ROWS));
		Ranges.forEach(rows, pieces, progress, "Filling outlines", (piece, start, stop) -> {
			int from = top + start;
			int to = top + stop;
			PixelSpans spans = new PixelSpans(width, from, to);
			for (int i = 0; i < bounds.length; i++) {
				if ((i & 1023) == 0) progress.checkCancelled();
				if (bounds[i].maxY() < from || bounds[i].y() > to) continue;
				int label = i + 1;
				spans.fill(shape.apply(i),
						(y, fromX, toX) -> Arrays.fill(labels, y * width + fromX, y * width + toX, label));
			}
		});
	}

	@Override
	public int numberAt(int x, int y) {
		return x >= 0 && y >= 0 && x < width && y < height ? labels[y * width + x] : 0;
	}

	@Override
	public int endOfRun(int x, int y) {
		int row = y * width;
		int label = labels[row + x];
		int at = row + x + 1;
		while (at < row + width && labels[at] == label)
			at++;
		return at - row;
	}
}
