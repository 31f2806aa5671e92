package org.annotomy.segmentation.outline;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Point;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Label images to outlines and back; the oracles are masks of one label each, traced and filled alone. */
public class LabelTracingTest {

	/** Larger than what one thread does, so that borders cross from one thread's rows into another's. */
	private static final int WIDTH = 700;
	private static final int HEIGHT = 1200;

	/** Patches of several sizes with noise in them: holes, islands, corners that touch, all across the rows. */
	private static LabelPixels patches(long seed, int width, int height, int labels) {
		Random random = new Random(seed);
		int[] values = new int[width * height];
		for (int patch = 0; patch < 60; patch++) {
			int label = random.nextInt(labels + 1);
			int x0 = random.nextInt(width);
			int y0 = random.nextInt(height);
			double noise = random.nextInt(3) / 4.0;
			for (int y = y0; y < Math.min(height, y0 + random.nextInt(height)); y++)
				for (int x = x0; x < Math.min(width, x0 + 200); x++)
					if (random.nextDouble() >= noise) values[x + y * width] = label;
		}
		return new LabelPixels(values, width, height);
	}

	private static Optional<PolygonShape> alone(LabelPixels all, int label) {
		byte[] inside = new byte[all.labels().length];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (all.labels()[i] == label ? 1 : 0);
		return MaskTracing.outline(new PixelMask(0, 0, all.width(), all.height(), inside));
	}

	@Test
	public void eachLabelHasTheOutlineThatItHasAlone() {
		for (int size : new int[]{1, 2, 5, 40}) {
			LabelPixels labels = patches(size, size, 3 * size, 5);
			assertSameAsAlone(labels);
		}
		assertSameAsAlone(patches(7, WIDTH, HEIGHT, 6));
	}

	private static void assertSameAsAlone(LabelPixels labels) {
		TreeSet<Integer> there = new TreeSet<>();
		for (int label : labels.labels())
			if (label != 0) there.add(label);
		Map<Integer, PolygonShape> outlines = LabelTracing.outlines(labels, Progress.NONE);
		assertEquals(new ArrayList<>(there), new ArrayList<>(outlines.keySet()));
		for (int label : there)
			assertEquals("label " + label, alone(labels, label), Optional.of(outlines.get(label)));
	}

	@Test
	public void filledOutlinesGiveTheLabelsBack() {
		LabelPixels labels = patches(20261127, WIDTH, HEIGHT, 9);
		Map<Integer, PolygonShape> outlines = LabelTracing.outlines(labels, Progress.NONE);
		List<Shape> shapes = new ArrayList<>();
		for (int label = 1; label <= 9; label++)
			shapes.add(outlines.getOrDefault(label, PolygonShape.of(-9, -9, -8, -9, -8, -8)));
		LabelPixels again = new LabelPixels(new int[WIDTH * HEIGHT], WIDTH, HEIGHT);
		again.fill(shapes, Progress.NONE);
		assertArrayEquals(labels.labels(), again.labels());
	}

	/** Labels as other programs give them: any number, far apart, negative ones too. */
	@Test
	public void labelsMayBeAnyNumbers() {
		LabelPixels labels = new LabelPixels(new int[]{Integer.MAX_VALUE, 0, -3, Integer.MAX_VALUE, -3, -3}, 3, 2);
		Map<Integer, PolygonShape> outlines = LabelTracing.outlines(labels, Progress.NONE);
		assertEquals(List.of(-3, Integer.MAX_VALUE), new ArrayList<>(outlines.keySet()));
		assertEquals(3, outlines.get(-3).parts().get(0).shell().signedArea(), 0);
		assertEquals(Map.of(), LabelTracing.outlines(new LabelPixels(new int[0], 0, 0), Progress.NONE));
	}

	@Test
	public void laterShapesHideEarlierOnesAsWhenEachIsFilledAlone() {
		Random random = new Random(5);
		List<Shape> shapes = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			double[] xy = new double[2 * (3 + random.nextInt(9))];
			double x = random.nextInt(WIDTH);
			double y = random.nextInt(HEIGHT);
			for (int k = 0; k < xy.length; k++)
				xy[k] = (k % 2 == 0 ? x : y) + random.nextInt(800) / 8.0 - 50;
			shapes.add(i % 9 == 0 ? RectangleShape.of(x, y, 40, 300) : PolygonShape.of(xy));
		}
		shapes.add(new LineShape(new Point(3.5, 3.5), new Point(600, 1100)));
		int[] expected = new int[WIDTH * HEIGHT];
		for (int i = 0; i < shapes.size(); i++) {
			int label = i + 1;
			PixelSpans.forEach(shapes.get(i), WIDTH, HEIGHT, (y, from, to) -> {
				for (int x = from; x < to; x++)
					expected[x + y * WIDTH] = label;
			});
		}
		LabelPixels filled = new LabelPixels(new int[WIDTH * HEIGHT], WIDTH, HEIGHT);
		filled.fill(shapes, Progress.NONE);
		assertArrayEquals(expected, filled.labels());
	}

	@Test
	public void bothCanBeCancelledAndWrongSizesAreRefused() {
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody looks at it.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		LabelPixels labels = patches(1, 40, 40, 3);
		assertThrows(CancelledException.class, () -> LabelTracing.outlines(labels, cancelled));
		assertThrows(CancelledException.class, () -> labels.fill(List.of(RectangleShape.of(1, 1, 9, 9)), cancelled));
		assertEquals("A label image of 3 × 2 pixels cannot have 5 values.",
				assertThrows(IllegalArgumentException.class, () -> new LabelPixels(new int[5], 3, 2)).getMessage());
	}
}
