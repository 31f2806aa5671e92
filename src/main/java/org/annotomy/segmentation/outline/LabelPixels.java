package org.annotomy.segmentation.outline;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * A label image of one plane: whole numbers on a rectangle of pixels, 0 for background.
 *
 * @param labels {@code width · height} numbers, x fastest; kept, not copied
 */
public record LabelPixels(int[] labels, int width, int height) implements Pixels {

	/** A thread is not worth while for fewer rows. */
	private static final int LEAST_ROWS = 64;

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
		int pieces = Ranges.pieces(height, LEAST_ROWS);
		Ranges.forEach(height, pieces, progress, "Filling outlines", (piece, from, to) -> {
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
}
