package org.annotomy.imagej.view;

import java.awt.Rectangle;
import java.util.List;
import java.util.function.Function;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

/** Shows several images at the same magnification while it is switched on: whichever is zoomed, the others follow. */
final class ZoomLink {

	private boolean linked;
	private double shown;

	void setLinked(boolean on) {
		linked = on;
		shown = 0;
	}

	boolean isLinked() { return linked; }

	/** Whether an image has been zoomed and the others have not. */
	boolean isBehind(ImagePlus changed) {
		return linked && changed.getCanvas() != null && changed.getCanvas().getMagnification() != shown;
	}

	/** @param middle what is to lie in the middle of an image that has to be cut off, in its pixels */
	void follow(ImagePlus changed, List<ImagePlus> all, Function<ImagePlus, double[]> middle) {
		if (!isBehind(changed)) return;
		shown = changed.getCanvas().getMagnification();
		for (ImagePlus image : all)
			if (image != changed && image.getCanvas() != null && image.getCanvas().getMagnification() != shown)
				zoom(image, middle.apply(image));
	}

	private void zoom(ImagePlus image, double[] middle) {
		ImageCanvas canvas = image.getCanvas();
		int width = (int) Math.min(image.getWidth(), Math.ceil(canvas.getWidth() / shown));
		int height = (int) Math.min(image.getHeight(), Math.ceil(canvas.getHeight() / shown));
		int x = (int) Math.max(0, Math.min(image.getWidth() - width, middle[0] - width / 2.0));
		int y = (int) Math.max(0, Math.min(image.getHeight() - height, middle[1] - height / 2.0));
		canvas.setSourceRect(new Rectangle(x, y, width, height));
		canvas.setMagnification(shown);
		canvas.setSize((int) Math.round(width * shown), (int) Math.round(height * shown));
		if (image.getWindow() != null) image.getWindow().pack();
		canvas.repaint();
	}
}
