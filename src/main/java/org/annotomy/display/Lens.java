package org.annotomy.display;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/**
 * A magnifying glass on the canvas: the pixel under the cursor stays under the cursor, what lies around it grows.
 *
 * @param placement where the lens is drawn, in screen pixels of the canvas
 * @param source what it shows, in pixels of level 0; may reach beyond the image
 */
public record Lens(Box placement, Box source) {

	/**
	 * @param factor how much larger than the view, such as 2 or 4
	 * @param cursor on the canvas, in screen pixels
	 * @param size of the lens in screen pixels; it is moved to stay on the canvas, and no larger than the canvas
	 * @throws IllegalArgumentException if the factor is below 1 or the size below 1
	 */
	public static Lens at(Point cursor, ViewState view, double factor, double size, int canvasWidth, int canvasHeight) {
		if (!(factor >= 1)) throw new IllegalArgumentException("A lens magnifies by at least 1, not " + factor + ".");
		if (!(size >= 1)) throw new IllegalArgumentException("A lens is at least 1 pixel wide, not " + size + ".");
		double width = Math.min(size, canvasWidth);
		double height = Math.min(size, canvasHeight);
		double x = Math.max(0, Math.min(canvasWidth - width, cursor.x() - width / 2));
		double y = Math.max(0, Math.min(canvasHeight - height, cursor.y() - height / 2));
		double scale = view.magnification() * factor;
		Point under = view.toImage(cursor);
		Box source = new Box(under.x() - (cursor.x() - x) / scale, under.y() - (cursor.y() - y) / scale, width / scale,
				height / scale);
		return new Lens(new Box(x, y, width, height), source);
	}

	/** The point of the image that the lens shows at a place of the canvas. */
	public Point toImage(Point canvas) {
		return new Point(source.x() + (canvas.x() - placement.x()) * source.width() / placement.width(),
				source.y() + (canvas.y() - placement.y()) * source.height() / placement.height());
	}
}
