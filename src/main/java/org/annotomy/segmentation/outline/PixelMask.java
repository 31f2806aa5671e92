package org.annotomy.segmentation.outline;

import java.util.Arrays;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;

/** The pixels of one plane that belong to something, as a rectangle of yes and no somewhere in the image. */
public final class PixelMask implements Pixels {

	/** Largest rectangle that is filled, in pixels. */
	private static final long LARGEST = 1L << 28;

	private final int x;
	private final int y;
	private final int width;
	private final int height;
	private final byte[] inside;

	/**
	 * @param x column of the rectangle's first pixel in the image; likewise {@code y}
	 * @param inside {@code width · height} values, x fastest, 0 outside; kept, not copied
	 * @throws IllegalArgumentException if the array has another length
	 */
	public PixelMask(int x, int y, int width, int height, byte[] inside) {
		if (inside.length != (long) width * height)
			throw new IllegalArgumentException(
					"A mask of " + width + " × " + height + " pixels cannot have " + inside.length + " values.");
		this.x = x;
		this.y = y;
		this.width = width;
		this.height = height;
		this.inside = inside;
	}

	/**
	 * The pixels that a shape covers by the rules of {@link PixelSpans}, in the smallest rectangle around its bounds.
	 *
	 * @throws IllegalArgumentException if the shape is too large to be filled pixel by pixel
	 */
	public static PixelMask of(Shape shape) {
		Box bounds = shape.bounds();
		double left = Math.floor(bounds.x());
		double top = Math.floor(bounds.y());
		double width = Math.max(1, Math.floor(bounds.maxX()) - left + 1);
		double height = Math.max(1, Math.floor(bounds.maxY()) - top + 1);
		if (!(width * height <= LARGEST && Math.abs(left) < Integer.MAX_VALUE && Math.abs(top) < Integer.MAX_VALUE))
			throw new IllegalArgumentException(
					"The outline is too large to be filled pixel by pixel: " + Math.round(width) + " × " + Math.round(height)
							+ " pixels, at most " + LARGEST + " can be.");
		PixelMask mask = new PixelMask((int) left, (int) top, (int) width, (int) height,
				new byte[(int) width * (int) height]);
		PixelSpans.forEach(shape.translate(-left, -top), mask.width, mask.height,
				(row, from, to) -> Arrays.fill(mask.inside, row * mask.width + from, row * mask.width + to, (byte) 1));
		return mask;
	}

	public int x() {
		return x;
	}

	public int y() {
		return y;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	/** Whether the pixel at column {@code i}, row {@code j} of the rectangle belongs; false outside it. */
	public boolean at(int i, int j) {
		return i >= 0 && j >= 0 && i < width && j < height && inside[j * width + i] != 0;
	}

	/** 1 for what belongs. */
	@Override
	public int numberAt(int i, int j) {
		return at(i, j) ? 1 : 0;
	}

	/** Whether the pixel (px, py) of the image belongs. */
	public boolean contains(int px, int py) {
		return at(px - x, py - y);
	}

	/** How many pixels belong. */
	public int count() {
		int count = 0;
		for (byte value : inside)
			if (value != 0) count++;
		return count;
	}
}
