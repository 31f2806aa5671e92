package org.annotomy.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.outline.LabelPixels;
import org.annotomy.segmentation.outline.LabelTracing;
import org.annotomy.task.Progress;

/** Label images to outlines, and outlines to label images. */
final class PolygonOperations {

	private static final String CELLS = "cells2d";
	private static final int SAMPLE = 2048;
	private static final int FEWER = 10_000;
	/** The rows that the peers look at after they have drawn the first cells. */
	private static final int ROWS_OF_FEWER = 800;
	/** To the peers that draw, a whole number is the centre of a pixel. */
	private static final double TO_CENTRES = 0.5;

	private PolygonOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("polygonize", inputs -> trace(whole(inputs))),
				new Operation("polygonize_sample", inputs -> trace(corner(whole(inputs)))),
				new Operation("rasterize_polygons", inputs -> fill(inputs, Integer.MAX_VALUE, Integer.MAX_VALUE)),
				new Operation("rasterize_polygons_10k", inputs -> fill(inputs, FEWER, ROWS_OF_FEWER)));
	}

	private static LabelPixels whole(Inputs inputs) throws IOException {
		VolumeSize size = inputs.size(CELLS);
		return new LabelPixels(inputs.ints(CELLS), size.nx(), size.ny());
	}

	private static LabelPixels corner(LabelPixels all) {
		int width = Math.min(SAMPLE, all.width());
		int height = Math.min(SAMPLE, all.height());
		int[] labels = new int[width * height];
		for (int y = 0; y < height; y++)
			System.arraycopy(all.labels(), y * all.width(), labels, y * width, width);
		return new LabelPixels(labels, width, height);
	}

	/** The check value is the number of rings, holes too. */
	private static Operation.Task trace(LabelPixels labels) {
		return () -> {
			Map<Integer, PolygonShape> outlines = LabelTracing.outlines(labels, Progress.NONE);
			return outlines.values().stream().flatMap(outline -> outline.parts().stream())
					.mapToInt(part -> 1 + part.holes().size()).sum();
		};
	}

	/** The check value is the number of pixels that are no background in the first rows. */
	private static Operation.Task fill(Inputs inputs, int most, int rows) throws IOException {
		List<Shape> all = cells(inputs);
		double[] corners = all.stream().map(Shape::bounds).flatMapToDouble(
				box -> Arrays.stream(new double[]{box.maxX() - TO_CENTRES, box.maxY() - TO_CENTRES})).toArray();
		Box box = Box.around(corners);
		int width = (int) box.maxX() + 2;
		int height = (int) box.maxY() + 2;
		LabelPixels image = new LabelPixels(new int[Math.multiplyExact(width, height)], width, height);
		List<Shape> some = all.subList(0, Math.min(most, all.size()));
		return () -> {
			Arrays.fill(image.labels(), 0);
			image.fill(some, Progress.NONE);
			return Arrays.stream(image.labels(), 0, width * Math.min(rows, height)).parallel().filter(label -> label != 0)
					.count();
		};
	}

	private static List<Shape> cells(Inputs inputs) throws IOException {
		List<Shape> cells = new ArrayList<>();
		for (DetectionBlock block : DetectionOperations.read(inputs.file(DetectionOperations.FEWER)))
			for (int row = 0; row < block.size(); row++)
				cells.add(block.object(row).shape().translate(TO_CENTRES, TO_CENTRES));
		return cells;
	}
}
