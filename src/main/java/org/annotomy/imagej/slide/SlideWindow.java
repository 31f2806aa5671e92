package org.annotomy.imagej.slide;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.awt.Panel;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.util.Locale;

import org.annotomy.slide.SlideFacts;

import ij.gui.ImageWindow;
import ij.measure.Calibration;

/** ImageJ's window around a slide: as large as the screen allows, whatever is shown; the wheel zooms at the pointer. */
public final class SlideWindow extends ImageWindow {

	private static final double WHEEL_STEP = 1.25;
	private static final double SCREEN_PART = 0.8;
	private static final int LEAST = 300;
	private static final int LINE_GAP = 4;
	private static final double SMALL_UM = 1000;

	private boolean packed;

	SlideWindow(SlideImage slide, SlideCanvas canvas) {
		super(slide, canvas);
	}

	private SlideCanvas slideCanvas() {
		return (SlideCanvas) ic;
	}

	private SlideImage slide() {
		return (SlideImage) imp;
	}

	/** The part of the screen that a slide's canvas takes to begin with. */
	static Dimension canvasSize() {
		if (GraphicsEnvironment.isHeadless()) return new Dimension(LEAST, LEAST);
		Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		return new Dimension(Math.max(LEAST, (int) (screen.width * SCREEN_PART)),
				Math.max(LEAST, (int) (screen.height * SCREEN_PART) - 60));
	}

	/** ImageJ's layout makes the canvas as large as the image. */
	@Override
	public void setLayout(LayoutManager ignored) {
		super.setLayout(new BorderLayout());
	}

	/** Room for the letters of the line above the slide that reach below it: elsewhere ImageJ's layout leaves a gap there. */
	@Override
	public Insets getInsets() {
		Insets insets = super.getInsets();
		return new Insets(insets.top + LINE_GAP, insets.left, insets.bottom, insets.right);
	}

	/** Puts a component under the slide: into a panel with a window of its own, since ImageJ's window does not paint what has none. */
	public void addBelow(Component component) {
		Panel panel = new Panel(new BorderLayout());
		panel.add(component);
		add(panel, BorderLayout.SOUTH);
		validate();
	}

	/** Only the first time: later the size is the user's. */
	@Override
	public void pack() {
		if (packed) {
			validate();
			return;
		}
		super.pack();
		packed = true;
		slideCanvas().fit();
	}

	/** Never larger than the screen: ImageJ asks for the size that an image has at a magnification. */
	@Override
	public void setSize(int width, int height) {
		if (!packed) super.setSize(width, height);
	}

	@Override
	public void setLocationAndSize(int x, int y, int width, int height) {
		setBounds(x, y, width, height);
		validate();
	}

	@Override
	public void maximize() {
		setBounds(GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds());
		validate();
	}

	@Override
	public double getInitialMagnification() { return ic == null ? 1 : slideCanvas().fitMagnification(); }

	@Override
	public String createSubtitle() {
		if (imp == null) return "";
		SlideFacts facts = slide().slide().facts();
		Calibration calibration = imp.getCalibration();
		StringBuilder words = new StringBuilder(imp.getWidth() + " × " + imp.getHeight() + " pixels");
		if (facts.hasPixelSize())
			words.append(" · ").append(size(imp.getWidth() * calibration.pixelWidth, imp.getHeight() * calibration.pixelHeight));
		words.append(" · ").append(Magnification.words(facts, slideCanvas().camera().magnification()));
		String troubles = slide().open().tiles().troubles();
		return troubles.isEmpty() ? words.toString() : words.append(" · ").append(troubles).toString();
	}

	private static String size(double widthUm, double heightUm) {
		boolean small = Math.max(widthUm, heightUm) < SMALL_UM;
		return small
				? String.format(Locale.ROOT, "%.0f × %.0f µm", widthUm, heightUm)
				: String.format(Locale.ROOT, "%.1f × %.1f mm", widthUm / 1000, heightUm / 1000);
	}

	/** Zooms at the pointer; with Shift moves to the side, with Control up and down. */
	@Override
	public synchronized void mouseWheelMoved(MouseWheelEvent event) {
		if (ic == null || imp == null) return;
		double clicks = event.getPreciseWheelRotation();
		Point canvas = ic.getLocationOnScreen();
		Camera camera = slideCanvas().camera();
		double step = clicks * 60 / camera.magnification();
		if (event.isShiftDown()) slideCanvas().show(camera.at(camera.centreX() + step, camera.centreY()));
		else
			if (event.isControlDown()) slideCanvas().show(camera.at(camera.centreX(), camera.centreY() + step));
			else {
				Point2D at = camera.toStage(event.getXOnScreen() - canvas.x, event.getYOnScreen() - canvas.y);
				slideCanvas().zoomAt(at.getX(), at.getY(), Math.pow(WHEEL_STEP, -clicks));
			}
		event.consume();
	}

	/** Java remembers the window that was active last: it is not to keep the slide. */
	@Override
	public boolean close() {
		SlideCanvas canvas = slideCanvas();
		if (canvas == null || !super.close()) return canvas == null;
		canvas.release();
		removeAll();
		ic = null;
		return true;
	}

	@Override
	public void paint(Graphics g) {
		if (ic != null) super.paint(g);
	}
}
