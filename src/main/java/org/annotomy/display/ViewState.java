package org.annotomy.display;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/**
 * Which part of an image is seen, and how large.
 *
 * @param magnification screen pixels per pixel of level 0
 * @param source the part that is seen, in pixels of level 0
 */
public record ViewState(double magnification, Box source) {

	public Point centre() {
		return source.centre();
	}

	/** Where a point of the image lies on the canvas, in screen pixels from its upper left corner. */
	public Point toCanvas(Point image) {
		return new Point((image.x() - source.x()) * magnification, (image.y() - source.y()) * magnification);
	}

	/** The point of the image at a place of the canvas. */
	public Point toImage(Point canvas) {
		return new Point(source.x() + canvas.x() / magnification, source.y() + canvas.y() / magnification);
	}
}
