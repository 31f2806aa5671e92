package org.annotomy.imagej.display;

import java.awt.Dimension;
import java.awt.Rectangle;

import org.annotomy.display.Margin;
import org.annotomy.display.ViewState;
import org.annotomy.display.ZoomPresets;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.Calibrations;
import org.annotomy.imagej.slide.SlideCanvas;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

/**
 * Where an open image is looked at. With a window, its canvas follows; without one (headless, batch mode) the view is kept with the
 * image, so that a macro reads back the same state and shows it if the image is shown later through here.
 */
public final class Zoom {

	private static final String KEY = "annotomy.view";

	/** The canvas assumed for an image without a window, in screen pixels. */
	private static final Dimension NO_WINDOW = new Dimension(1024, 768);

	private final ImagePlus image;

	private Zoom(ImagePlus image) {
		this.image = image;
	}

	public static Zoom of(ImagePlus image) {
		return new Zoom(image);
	}

	/** The views that this image and its canvas allow. */
	public ZoomPresets presets() {
		Dimension canvas = canvasSize();
		return new ZoomPresets(image.getWidth(), image.getHeight(), canvas.width, canvas.height);
	}

	/** The view as it is now; without a window the one last set, at first the whole image. */
	public ViewState current() {
		ImageCanvas canvas = image.getCanvas();
		if (canvas == null) return image.getProperty(KEY) instanceof ViewState view ? view : presets().fit();
		Rectangle source = canvas.getSrcRect();
		return new ViewState(canvas.getMagnification(), new Box(source.x, source.y, source.width, source.height));
	}

	/** A margin of this many millimetres. @throws IllegalArgumentException if the image has no known pixel spacing */
	public Margin marginMm(double mm) {
		double[] spacing = Calibrations.spacingMm(image.getCalibration());
		return Margin.ofMm(mm, spacing[0], spacing[1]);
	}

	/**
	 * The box around the selection.
	 *
	 * @throws IllegalArgumentException if there is none
	 */
	public Box selection() {
		if (image.getRoi() == null)
			throw new IllegalArgumentException("There is no selection to zoom to. Draw one around what you want to see.");
		var bounds = image.getRoi().getFloatBounds();
		return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
	}

	/** The whole image, as large as the canvas allows. */
	public void fit() {
		show(presets().fit());
	}

	/** A magnification (1 for one screen pixel per pixel) around the middle of the present view. */
	public void factor(double magnification) {
		show(presets().factor(magnification, current().centre()));
	}

	/** The box with a margin, as large as the canvas allows. */
	public void toBox(Box box, Margin margin) {
		show(presets().toBox(box, margin));
	}

	/** Shows that view. */
	public void show(ViewState view) {
		image.setProperty(KEY, view);
		ImageCanvas canvas = image.getCanvas();
		if (canvas instanceof SlideCanvas slide) slide.show(view.centre(), view.magnification());
		if (canvas == null || canvas instanceof SlideCanvas) return;
		Rectangle source = pixels(view.source());
		Dimension size = new Dimension(side(source.width, view, canvasSize().width),
				side(source.height, view, canvasSize().height));
		boolean resized = !size.equals(canvas.getSize());
		if (resized) canvas.setSize(size);
		canvas.setSourceRect(source);
		canvas.setMagnification(view.magnification());
		ImageWindow window = image.getWindow();
		if (resized && window != null) window.pack();
		canvas.repaint();
	}

	/** A point of the image in the middle of the canvas, at the present magnification. */
	public void centre(Point point) {
		show(presets().factor(current().magnification(), point));
	}

	/** The canvas; if it has been shrunk around a small view, as large as it was when the window opened. */
	private Dimension canvasSize() {
		ImageCanvas canvas = image.getCanvas();
		if (canvas == null || canvas.getWidth() < 1 || canvas.getHeight() < 1) return NO_WINDOW;
		ImageWindow window = image.getWindow();
		double initial = window == null ? 0 : window.getInitialMagnification();
		return new Dimension(Math.max(canvas.getWidth(), (int) (image.getWidth() * initial)),
				Math.max(canvas.getHeight(), (int) (image.getHeight() * initial)));
	}

	private static int side(int sourcePixels, ViewState view, int available) {
		return Math.max(1, Math.min(available, (int) Math.round(sourcePixels * view.magnification())));
	}

	/** The whole pixels that a view touches: ImageJ knows no parts. */
	private Rectangle pixels(Box source) {
		int x = (int) Math.floor(source.x() + 1e-6);
		int y = (int) Math.floor(source.y() + 1e-6);
		int right = (int) Math.min(image.getWidth(), Math.ceil(source.maxX() - 1e-6));
		int bottom = (int) Math.min(image.getHeight(), Math.ceil(source.maxY() - 1e-6));
		return new Rectangle(x, y, Math.max(1, right - x), Math.max(1, bottom - y));
	}
}
