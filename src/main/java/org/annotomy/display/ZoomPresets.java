package org.annotomy.display;

import java.util.List;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/**
 * Where to look: views for an image of {@code imageWidth × imageHeight} pixels in a canvas of {@code canvasWidth × canvasHeight} screen
 * pixels. The magnification stays between 1/1000 and 32; the view never leaves the image.
 *
 * @param imageWidth in pixels of level 0
 * @param canvasWidth in screen pixels
 */
public record ZoomPresets(int imageWidth, int imageHeight, int canvasWidth, int canvasHeight) {

	/** The fixed magnifications of the menu. */
	public static final List<Double> FACTORS = List.of(0.5, 1.0, 2.0, 4.0);

	private static final double LEAST = 0.001;
	private static final double GREATEST = 32;

	/** @throws IllegalArgumentException if a side is below 1 */
	public ZoomPresets {
		if (Math.min(Math.min(imageWidth, imageHeight), Math.min(canvasWidth, canvasHeight)) < 1)
			throw new IllegalArgumentException(
					"A view needs an image and a canvas of at least 1 × 1 pixels, not " + imageWidth + " × "
							+ imageHeight + " in " + canvasWidth + " × " + canvasHeight + ".");
	}

	/** The whole image, as large as the canvas allows. */
	public ViewState fit() {
		return toBox(new Box(0, 0, imageWidth, imageHeight));
	}

	/**
	 * A magnification (1 for one screen pixel per pixel of level 0) around a point.
	 *
	 * @throws IllegalArgumentException if the magnification is not above 0
	 */
	public ViewState factor(double magnification, Point centre) {
		if (!(magnification > 0)) throw new IllegalArgumentException("A magnification is above 0, not " + magnification + ".");
		double m = Math.max(LEAST, Math.min(GREATEST, magnification));
		double width = Math.min(imageWidth, canvasWidth / m);
		double height = Math.min(imageHeight, canvasHeight / m);
		double x = Math.max(0, Math.min(imageWidth - width, centre.x() - width / 2));
		double y = Math.max(0, Math.min(imageHeight - height, centre.y() - height / 2));
		return new ViewState(m, new Box(x, y, width, height));
	}

	/** The box as large as the canvas allows, in the middle of it unless the image ends before. */
	public ViewState toBox(Box box) {
		double m = Math.min(canvasWidth / Math.max(box.width(), 1), canvasHeight / Math.max(box.height(), 1));
		return factor(m, box.centre());
	}

	/** The box with a margin around it. */
	public ViewState toBox(Box box, Margin margin) {
		return toBox(margin.around(box));
	}
}
