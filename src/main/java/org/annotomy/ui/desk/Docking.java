package org.annotomy.ui.desk;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;

import javax.swing.JToggleButton;

import org.annotomy.imagej.slide.SlideWindow;

import ij.Prefs;

/** Keeps the panel beside the active image, also when that is moved or resized; switched off, the panel stays where it is put. */
final class Docking extends ComponentAdapter {

	private static final String KEY = "annotomy.docked";
	private static final int GAP = 6;
	private static final int LEAST_IMAGE = 500;

	private final Window panel;
	private final JToggleButton button = new JToggleButton("Dock", Prefs.get(KEY, true));
	private Window image;

	Docking(Window panel) {
		this.panel = panel;
		button.setName("dock");
		button.setToolTipText("Keep the panel beside the active image");
		button.setFocusable(false);
		button.addActionListener(e -> {
			Prefs.set(KEY, button.isSelected());
			place();
		});
	}

	JToggleButton button() {
		return button;
	}

	/** From now on stays beside this window; null for none. */
	void follow(Window window) {
		if (window == image) return;
		if (image != null) image.removeComponentListener(this);
		image = window;
		if (image == null) return;
		image.addComponentListener(this);
		if (image instanceof SlideWindow slide && button.isSelected()) makeRoom(slide);
		place();
	}

	/** A slide's window can have any place and size: it gives way to the panel where the screen has no room for both. */
	private void makeRoom(SlideWindow slide) {
		Rectangle screen = slide.getGraphicsConfiguration().getBounds();
		int right = screen.x + screen.width - panel.getWidth() - GAP;
		int x = Math.max(screen.x, Math.min(slide.getX(), right - slide.getWidth()));
		int width = Math.min(slide.getWidth(), right - x);
		boolean fits = x == slide.getX() && width == slide.getWidth();
		if (!fits && width >= LEAST_IMAGE) slide.setLocationAndSize(x, slide.getY(), width, slide.getHeight());
	}

	@Override
	public void componentMoved(ComponentEvent e) {
		place();
	}

	@Override
	public void componentResized(ComponentEvent e) {
		place();
	}

	private void place() {
		if (image == null || !button.isSelected()) return;
		Rectangle screen = image.getGraphicsConfiguration().getBounds();
		Point at = image.getLocation();
		int rightmost = screen.x + screen.width - panel.getWidth();
		int right = at.x + image.getWidth() + GAP;
		int left = at.x - panel.getWidth() - GAP;
		int x = right <= rightmost || left < screen.x ? Math.min(right, rightmost) : left;
		int lowest = screen.y + screen.height - panel.getHeight();
		panel.setLocation(x, Math.max(screen.y, Math.min(at.y, lowest)));
	}
}
