package org.annotomy.ui.key;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.MouseInfo;
import java.awt.PointerInfo;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.event.WindowFocusListener;

import javax.swing.JComponent;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

import org.annotomy.display.Lens;
import org.annotomy.display.ViewState;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.display.LensPainter;
import org.annotomy.imagej.display.Zoom;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

/** A magnifying glass that follows the cursor over one image for as long as its key is held. Works on the event dispatch thread. */
final class HeldLens {

	private static final int SIZE_PX = 240;
	private static final int STEP_MS = 33;

	private final ImagePlus image;
	private final Timer timer = new Timer(STEP_MS, e -> follow());
	private final WindowFocusListener leaving = new WindowAdapter() {
		@Override
		public void windowLostFocus(WindowEvent e) {
			hide();
		}
	};
	private JWindow window;
	private Lens lens;
	private double factor;

	HeldLens(ImagePlus image) {
		this.image = image;
	}

	boolean isShown() { return window != null; }

	/** Shows it, or changes how much it magnifies. */
	void show(double magnification) {
		factor = magnification;
		if (window == null && image.getWindow() != null) {
			window = new JWindow(image.getWindow());
			window.setName("lens");
			window.setFocusableWindowState(false);
			window.setContentPane(new Glass());
			image.getWindow().addWindowFocusListener(leaving);
			timer.start();
		}
		follow();
	}

	void hide() {
		if (window == null) return;
		timer.stop();
		window.getOwner().removeWindowFocusListener(leaving);
		window.dispose();
		window = null;
	}

	private void follow() {
		PointerInfo pointer = MouseInfo.getPointerInfo();
		ImageCanvas canvas = image.getCanvas();
		if (window == null || pointer == null) return;
		if (canvas == null || !canvas.isShowing()) {
			hide();
			return;
		}
		java.awt.Point cursor = pointer.getLocation();
		SwingUtilities.convertPointFromScreen(cursor, canvas);
		Dimension size = canvas.getSize();
		boolean over = new Rectangle(size).contains(cursor);
		if (over) {
			ViewState view = Zoom.of(image).current();
			lens = Lens.at(new Point(cursor.x, cursor.y), view, factor, SIZE_PX, size.width, size.height);
			java.awt.Point corner = canvas.getLocationOnScreen();
			Box place = lens.placement();
			window.setBounds(corner.x + (int) Math.round(place.x()), corner.y + (int) Math.round(place.y()), (int) place.width(),
					(int) place.height());
		}
		if (window.isVisible() != over) window.setVisible(over);
		window.repaint();
	}

	/** The inside of the lens: what is displayed, without the objects drawn over it. */
	private final class Glass extends JComponent {

		@Override
		protected void paintComponent(Graphics g) {
			if (lens == null) return;
			Lens here = new Lens(new Box(0, 0, getWidth(), getHeight()), lens.source());
			Box whole = new Box(0, 0, image.getWidth(), image.getHeight());
			new LensPainter(LensPainter.Interpolation.BILINEAR, false).paint((Graphics2D) g, image.getImage(), whole, here);
		}
	}
}
