package org.annotomy.segmentation.outline;

/** Whole numbers on a rectangle of pixels: 0 is background, equal numbers belong together. */
interface Pixels {

	int width();

	int height();

	/** The number at column {@code x}, row {@code y} of the rectangle; 0 outside it. */
	int numberAt(int x, int y);
}
