package org.annotomy.segmentation.outline;

/** Whole numbers on a rectangle of pixels: 0 is background, equal numbers belong together. */
interface Pixels {

	int width();

	int height();

	/** The number at column {@code x}, row {@code y} of the rectangle; 0 outside it. */
	int numberAt(int x, int y);

	/** The first column behind a pixel in here that has another number, or the width. */
	default int endOfRun(int x, int y) {
		int number = numberAt(x, y);
		int end = x + 1;
		while (end < width() && numberAt(end, y) == number)
			end++;
		return end;
	}
}
