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

	/** One above the other. */
	static ToolPreview both(ToolPreview below, ToolPreview above) {
		return (g, magnification) -> {
			Graphics2D copy = (Graphics2D) g.create();
			below.paint(copy, magnification);
			copy.dispose();
			above.paint(g, magnification);
		};
	}
}
