package org.annotomy.imagej.overlay;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;

import org.annotomy.geometry.Box;

import ij.gui.ImageCanvas;

/**
 * The part of an image that a canvas shows, and how large.
 *
 * @param magnification canvas pixels per image pixel
 * @param visible in image pixels; its corner is the canvas's
 */
record CanvasView(double magnification, Box visible) {

	/** @param canvas null for the whole image at its own size */
	static CanvasView of(ImageCanvas canvas, int width, int height) {
		// While ImageJ flattens, the canvas is that of an image without pixels: it shows nothing, yet all is to be painted.
		boolean all = canvas == null || canvas.getSrcRect().isEmpty();
		Rectangle source = all ? new Rectangle(width, height) : canvas.getSrcRect();
		return new CanvasView(canvas == null ? 1 : canvas.getMagnification(),
				new Box(source.x, source.y, source.width, source.height));
	}

	/** The same view on a canvas of so many times as many pixels. */
	CanvasView scaled(double factor) {
		return new CanvasView(magnification * factor, visible);
	}

	int canvasWidth() {
		return (int) Math.ceil(visible.width() * magnification);
	}

	int canvasHeight() {
		return (int) Math.ceil(visible.height() * magnification);
	}

	double canvasX(double x) {
		return (x - visible.x()) * magnification;
	}

	double canvasY(double y) {
		return (y - visible.y()) * magnification;
	}

	/** The canvas pixels that a box of the image touches, and {@code margin} more on every side. */
	Rectangle onCanvas(Box box, int margin) {
		int left = (int) Math.floor(canvasX(box.x())) - margin;
		int top = (int) Math.floor(canvasY(box.y())) - margin;
		int right = (int) Math.ceil(canvasX(box.maxX())) + margin;
		int bottom = (int) Math.ceil(canvasY(box.maxY())) + margin;
		return new Rectangle(left, top, right - left, bottom - top);
	}

	/** What of the image lies under a rectangle of the canvas. */
	Box underCanvas(Rectangle r) {
		return new Box(visible.x() + r.x / magnification, visible.y() + r.y / magnification, r.width / magnification,
				r.height / magnification);
	}

	AffineTransform imageToCanvas() {
		return new AffineTransform(magnification, 0, 0, magnification, -visible.x() * magnification,
				-visible.y() * magnification);
	}

	/** Longer side of a box in canvas pixels. */
	double sizeOnCanvas(Box box) {
		return Math.max(box.width(), box.height()) * magnification;
	}
}
