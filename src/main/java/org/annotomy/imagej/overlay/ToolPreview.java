package org.annotomy.imagej.overlay;

import java.awt.Graphics2D;

/** What a tool shows above the annotations while it works, such as the rim of a brush. */
@FunctionalInterface
public interface ToolPreview {

	/**
	 * @param g in pixels of the image, pixel-corner frame; a copy
	 * @param magnification canvas pixels per image pixel
	 */
	void paint(Graphics2D g, double magnification);
}
