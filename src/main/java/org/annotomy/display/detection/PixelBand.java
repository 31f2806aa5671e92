package org.annotomy.display.detection;

import java.util.Arrays;

/** A rectangle of a picture that one thread paints into. What lies outside is left out. */
final class PixelBand {

	private final int[] pixels;
	private final int width;
	private final int left;
	private final int first;
	private final int right;
	private final int last;
	private final long longest;

	/** @param width of the picture; likewise {@code height} @param part inside the picture */
	PixelBand(int[] pixels, int width, int height, PixelPart part) {
		this.pixels = pixels;
		this.width = width;
		left = part.x();
		first = part.y();
		right = part.x() + part.width();
		last = part.y() + part.height();
		longest = 4L * (width + height);
	}

	/** Wipes out what was there. */
	void clear() {
		for (int row = first; row < last; row++)
			Arrays.fill(pixels, row * width + left, row * width + right, 0);
	}

	void fill(int x, int y, int columns, int rows, int argb) {
		if (columns == 1 && rows == 1) {
			if (x >= left && x < right && y >= first && y < last) pixels[y * width + x] = argb;
			return;
		}
		int from = Math.max(left, x);
		int to = Math.min(right, x + columns);
		for (int row = Math.max(first, y); row < Math.min(last, y + rows); row++)
			for (int i = row * width + from; i < row * width + to; i++)
				pixels[i] = argb;
	}

	/** Both ends included (Bresenham). */
	void line(int x0, int y0, int x1, int y1, int argb) {
		if (Math.max(y0, y1) < first || Math.min(y0, y1) >= last || Math.max(x0, x1) < left || Math.min(x0, x1) >= right) return;
		long dx = Math.abs((long) x1 - x0);
		long dy = Math.abs((long) y1 - y0);
		if (Math.max(dx, dy) > longest) {
			longLine(x0, y0, x1, y1, argb);
			return;
		}
		int stepX = x0 < x1 ? 1 : -1;
		int stepY = y0 < y1 ? 1 : -1;
		long error = dx - dy;
		int x = x0;
		int y = y0;
		while (true) {
			if (x >= left && x < right && y >= first && y < last) pixels[y * width + x] = argb;
			if (x == x1 && y == y1) return;
			long twice = 2 * error;
			if (twice > -dy) {
				error -= dy;
				x += stepX;
			}
			if (twice < dx) {
				error += dx;
				y += stepY;
			}
		}
	}

	/** Of a line far longer than the picture only what may be seen: column by column or row by row. */
	private void longLine(int x0, int y0, int x1, int y1, int argb) {
		double slopeX = ((double) x1 - x0) / Math.max(1, Math.abs((double) y1 - y0));
		double slopeY = ((double) y1 - y0) / Math.max(1, Math.abs((double) x1 - x0));
		if (Math.abs(slopeY) <= 1)
			for (int x = Math.max(left, Math.min(x0, x1)); x <= Math.min(right - 1, Math.max(x0, x1)); x++)
				fill(x, (int) Math.round(y0 + Math.abs((double) x - x0) * slopeY), 1, 1, argb);
		else
			for (int y = Math.max(first, Math.min(y0, y1)); y <= Math.min(last - 1, Math.max(y0, y1)); y++)
				fill((int) Math.round(x0 + Math.abs((double) y - y0) * slopeX), y, 1, 1, argb);
	}
}
