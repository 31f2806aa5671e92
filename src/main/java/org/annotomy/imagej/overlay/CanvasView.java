package org.annotomy.imagej.overlay;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;

import org.annotomy.geometry.Box;

import ij.gui.ImageCanvas;

/**
 * The part of an image that is on display and how large.
 *
 * @param magnification screen pixels per image pixel
 * @param originX image column at the left border of the canvas; likewise {@code originY}
 * @param visible what is to be painted, in image pixels
 */
record CanvasView(double magnification, double originX, double originY, Box visible) {

	/** What the canvas shows, as far as {@code g} is to be painted. @param canvas null for the whole image at its own size */
	static CanvasView of(ImageCanvas canvas, int width, int height, Graphics g) {
		double magnification = canvas == null ? 1 : canvas.getMagnification();
		// While ImageJ flattens, the canvas is that of an image without pixels: it shows nothing, yet all is to be painted.
		boolean all = canvas == null || canvas.getSrcRect().isEmpty();
		Rectangle source = all ? new Rectangle(width, height) : canvas.getSrcRect();
		Rectangle clip = g.getClipBounds();
		double left = source.x;
		double top = source.y;
		double right = left + source.width;
		double bottom = top + source.height;
		if (clip != null) {
			left = Math.max(left, source.x + clip.x / magnification);
			top = Math.max(top, source.y + clip.y / magnification);
			right = Math.min(right, source.x + (clip.x + clip.width) / magnification);
			bottom = Math.min(bottom, source.y + (clip.y + clip.height) / magnification);
		}
		Box visible = new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
		return new CanvasView(magnification, source.x, source.y, visible);
	}

	double screenX(double x) {
		return (x - originX) * magnification;
	}

	double screenY(double y) {
		return (y - originY) * magnification;
	}

	AffineTransform imageToScreen() {
		return new AffineTransform(magnification, 0, 0, magnification, -originX * magnification, -originY * magnification);
	}
}
