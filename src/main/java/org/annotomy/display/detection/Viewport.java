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

	/** What of the image lies under a part of the picture. */
	Box under(PixelPart part) {
		return new Box(left + part.x() / scale, top + part.y() / scale, part.width() / scale, part.height() / scale);
	}
}
