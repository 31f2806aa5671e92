package org.annotomy.ui.view;

import java.awt.Dimension;
import java.awt.Rectangle;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

/** Shows a whole image at any magnification, its window just around it. */
public final class CanvasFit {

	private CanvasFit() {}

	/** @param magnification pixels of the screen for a pixel of the image; the image must have a window */
	public static void show(ImagePlus image, double magnification) {
		ImageCanvas canvas = image.getCanvas();
		canvas.setSourceRect(new Rectangle(image.getWidth(), image.getHeight()));
		canvas.setMagnification(magnification);
		canvas.setSize(new Dimension((int) Math.max(1, Math.round(image.getWidth() * magnification)),
				(int) Math.max(1, Math.round(image.getHeight() * magnification))));
		image.getWindow().pack();
		// Packing may have cut off the last column or row, when the size in pixels of the screen was rounded down.
		canvas.setSourceRect(new Rectangle(image.getWidth(), image.getHeight()));
		canvas.setMagnification(magnification);
	}
}
