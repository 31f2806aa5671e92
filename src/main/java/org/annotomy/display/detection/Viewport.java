package org.annotomy.display.detection;

import org.annotomy.geometry.Box;

/**
 * Which part of an image a picture shows, and how large.
 *
 * @param left of the picture in pixels of level 0; likewise {@code top}
 * @param scale pixels of the picture per pixel of level 0: 1/100 of a slide at the least
 * @param width in pixels of the picture; likewise {@code height}
 */
public record Viewport(double left, double top, double scale, int width, int height) {

	/** What of the image lies under some rows of the picture. */
	Box under(int firstRow, int lastRow) {
		return new Box(left, top + firstRow / scale, width / scale, (lastRow - firstRow) / scale);
	}
}
