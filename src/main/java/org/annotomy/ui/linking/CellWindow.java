package org.annotomy.ui.linking;

import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Window;

import org.annotomy.geometry.Point;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.layout.Layout.Align;
import org.annotomy.ui.view.CanvasFit;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

/** A window and the part of the screen that it may take. Windows of images are as large as their picture, those of slides fill their part. */
record CellWindow(SliceView view, Rectangle bounds, Align align, boolean sameScale) {

	private static final double LEAST = 1e-5;
	private static final double LEAST_OF_IMAGES = 1.0 / 72;

	private ImagePlus image() {
		return view.image();
	}

	private Window window() {
		return image().getWindow();
	}

	private boolean isSlide() {
		return image().getCanvas() instanceof SlideCanvas;
	}

	/** Pixels of the screen for a pixel of the image if all of it is to be seen. */
	double fit() {
		ImageCanvas canvas = image().getCanvas();
		Insets frame = window().getInsets();
		double width = bounds.width - frame.left - frame.right - (isSlide() ? 0 : 2 * ImageWindow.HGAP);
		double height = bounds.height - (window().getPreferredSize().height - canvas.getPreferredSize().height);
		return Math.max(isSlide() ? LEAST : LEAST_OF_IMAGES,
				Math.min(width / image().getWidth(), height / image().getHeight()));
	}

	/** Lays the window out once: only then is it known how much of it its frame and its scroll bar take. */
	void settle() {
		if (!isSlide()) CanvasFit.show(image(), fit());
	}

	double mmPerPixel() {
		return view.pixelSpacing().xMm();
	}

	/** Shows all of the image at a magnification, where it belongs, in front. */
	void show(double magnification) {
		if (image().getCanvas() instanceof SlideCanvas slide) {
			window().setBounds(bounds);
			window().validate();
			slide.show(new Point(image().getWidth() / 2.0, image().getHeight() / 2.0), magnification);
		} else {
			CanvasFit.show(image(), magnification);
			int free = bounds.width - window().getWidth();
			int x = align == Align.LEFT ? bounds.x : align == Align.RIGHT ? bounds.x + free : bounds.x + free / 2;
			window().setLocation(x, bounds.y + Math.max(0, (bounds.height - window().getHeight()) / 2));
		}
		window().setVisible(true);
		window().toFront();
	}
}
