package org.annotomy.display.detection;

import java.util.Arrays;

/** Some rows of a picture that one thread paints into. What lies outside is left out. */
final class PixelBand {

	private final int[] pixels;
	private final int width;
	private final int first;
	private final int last;

	/** @param first row of the picture; {@code last} is behind the band */
	PixelBand(int[] pixels, int width, int first, int last) {
		this.pixels = pixels;
		this.width = width;
		this.first = first;
		this.last = last;
	}

	void fill(int x, int y, int columns, int rows, int argb) {
		int left = Math.max(0, x);
		int right = Math.min(width, x + columns);
		if (left >= right) return;
		for (int row = Math.max(first, y); row < Math.min(last, y + rows); row++)
			Arrays.fill(pixels, row * width + left, row * width + right, argb);
	}

	/** Both ends included (Bresenham). */
	void line(int x0, int y0, int x1, int y1, int argb) {
		if (Math.max(y0, y1) < first || Math.min(y0, y1) >= last || Math.max(x0, x1) < 0 || Math.min(x0, x1) >= width) return;
		long dx = Math.abs((long) x1 - x0);
		long dy = Math.abs((long) y1 - y0);
		if (Math.max(dx, dy) > 4L * (width + last)) {
			longLine(x0, y0, x1, y1, argb);
			return;
		}
		int stepX = x0 < x1 ? 1 : -1;
		int stepY = y0 < y1 ? 1 : -1;
		long error = dx - dy;
		int x = x0;
		int y = y0;
		while (true) {
			if (x >= 0 && x < width && y >= first && y < last) pixels[y * width + x] = argb;
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
			for (int x = Math.max(0, Math.min(x0, x1)); x <= Math.min(width - 1, Math.max(x0, x1)); x++)
				fill(x, (int) Math.round(y0 + Math.abs((double) x - x0) * slopeY), 1, 1, argb);
		else
			for (int y = Math.max(first, Math.min(y0, y1)); y <= Math.min(last - 1, Math.max(y0, y1)); y++)
				fill((int) Math.round(x0 + Math.abs((double) y - y0) * slopeX), y, 1, 1, argb);
	}
}
