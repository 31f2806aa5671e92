package org.annotomy.assist.tissue;

import org.annotomy.segmentation.threshold.AutoThreshold;
import org.annotomy.segmentation.threshold.Histogram;

/** How far each pixel of a picture is from its background, 0 to 255, smoothed a little. */
final class TissueSignal {

	private static final int HALF = 2;
	private static final int DARK = 128;

	private final int width;
	private final int height;
	private final int[] distance;

	private TissueSignal(int width, int height, int[] distance) {
		this.width = width;
		this.height = height;
		this.distance = distance;
	}

	/** @param rgb {@code width · height} colours @param background what empty glass looks like */
	static TissueSignal of(int[] rgb, int width, int height, int background) {
		boolean bright = darkest(background) >= DARK;
		int glass = bright ? usualDarkest(rgb) : 0;
		int[] distance = new int[rgb.length];
		for (int i = 0; i < rgb.length; i++)
			distance[i] = bright ? Math.max(0, glass - darkest(rgb[i])) : brightest(rgb[i]);
		return new TissueSignal(width, height, smooth(distance, width, height));
	}

	private static int darkest(int rgb) {
		return Math.min(rgb >> 16 & 255, Math.min(rgb >> 8 & 255, rgb & 255));
	}

	private static int brightest(int rgb) {
		return Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255));
	}

	/** Glass is the most frequent of the bright values; white that a scanner has put where it did not scan does not count if there is other. */
	private static int usualDarkest(int[] rgb) {
		int[] counts = new int[256];
		for (int pixel : rgb)
			counts[darkest(pixel)]++;
		int mode = 254;
		for (int value = 254; value >= DARK; value--)
			if (counts[value] > counts[mode]) mode = value;
		return counts[mode] == 0 ? 255 : mode;
	}

	/** The mean over a square of five pixels. */
	private static int[] smooth(int[] values, int width, int height) {
		long[] sums = new long[(width + 1) * (height + 1)];
		for (int y = 0; y < height; y++) {
			long row = 0;
			for (int x = 0; x < width; x++) {
				row += values[x + y * width];
				sums[x + 1 + (y + 1) * (width + 1)] = sums[x + 1 + y * (width + 1)] + row;
			}
		}
		int[] smooth = new int[values.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				int x0 = Math.max(0, x - HALF);
				int x1 = Math.min(width, x + HALF + 1);
				int y0 = Math.max(0, y - HALF);
				int y1 = Math.min(height, y + HALF + 1);
				long sum = sums[x1 + y1 * (width + 1)] - sums[x0 + y1 * (width + 1)] - sums[x1 + y0 * (width + 1)]
						+ sums[x0 + y0 * (width + 1)];
				smooth[x + y * width] = (int) (sum / ((x1 - x0) * (y1 - y0)));
			}
		return smooth;
	}

	/** The threshold that parts the histogram best: pixels above it are the one class (Otsu 1979). 0 if all pixels are alike. */
	int otsu() {
		long[] counts = new long[256];
		for (int value : distance)
			counts[value]++;
		Histogram histogram = new Histogram(0, 1, counts).trimmed();
		return histogram.counts().length == 1 ? 0 : (int) AutoThreshold.OTSU.of(histogram);
	}

	/** 1 where a pixel is further from the background than that, else 0. */
	byte[] above(int limit) {
		byte[] inside = new byte[width * height];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (distance[i] > limit ? 1 : 0);
		return inside;
	}
}
