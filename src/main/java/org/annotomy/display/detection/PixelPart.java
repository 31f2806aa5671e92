package org.annotomy.display.detection;

/**
 * A rectangle of a picture, in its pixels.
 *
 * @param x left edge; likewise {@code y}
 */
record PixelPart(int x, int y, int width, int height) {}
