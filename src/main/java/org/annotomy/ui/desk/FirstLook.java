package org.annotomy.ui.desk;

import java.awt.Dimension;
import java.util.Set;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideImage;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.macro.Interpreter;

/**
 * How an image that was just opened meets the eye: a small one enlarged by a whole factor, a volume at its middle slice. ImageJ alone opens
 * a chest of 256 × 256 pixels as a stamp on a large screen, at its first slice. Not while a macro runs: its images are as they are without
 * a display.
 */
final class FirstLook {

	/** The sides of a picture that is comfortable to look at, in screen pixels. */
	private static final int COMFORTABLE_PX = 560;

	private static final int MOST = 4;

	private FirstLook() {}

	/** On the event dispatch thread, once the image has its window. */
	static void at(AnnotationSession session) {
		ImagePlus image = session.image();
		if (Interpreter.getInstance() != null || SlideImage.of(image).isPresent()) return;
		int slices = image.getNSlices();
		if (slices > 1)
			image.setPosition(image.getC(), middle(slices, session.source().sliceAxis().missing()), image.getT());
		enlarge(image);
	}

	/**
	 * The slice nearest to the middle that is not an empty one put in for a missing one.
	 *
	 * @param missing from 0
	 * @return from 1
	 */
	static int middle(int slices, Set<Integer> missing) {
		int middle = (slices + 1) / 2;
		for (int away = 0; away < slices; away++)
			for (int slice : new int[]{middle - away, middle + away})
				if (slice >= 1 && slice <= slices && !missing.contains(slice - 1)) return slice;
		return middle;
	}

	private static void enlarge(ImagePlus image) {
		ImageCanvas canvas = image.getCanvas();
		int factor = factor(image.getWidth(), image.getHeight());
		if (factor == 1 || canvas.getMagnification() != 1) return;
		canvas.setMagnification(factor);
		canvas.setSize(new Dimension(image.getWidth() * factor, image.getHeight() * factor));
		image.getWindow().pack();
	}

	/** The largest whole factor, up to 4, that keeps both sides comfortable. */
	static int factor(int width, int height) {
		return Math.max(1, Math.min(MOST, COMFORTABLE_PX / Math.max(width, height)));
	}
}
