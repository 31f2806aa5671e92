package org.annotomy.ui.desk;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.JToggleButton;

import org.annotomy.imagej.slide.SlideWindow;
import org.annotomy.ui.view.FreePlace;

import ij.Prefs;

/** Keeps the panel beside the active image, also when that is moved or resized; switched off, the panel stays where it is put. */
final class Docking extends ComponentAdapter {

	private static final String KEY = "annotomy.docked";
	private static final int GAP = 6;
	private static final int LEAST_IMAGE = 500;

	private final Window panel;
	private final JToggleButton button = new JToggleButton("Dock", Prefs.get(KEY, true));
	private Window image;
	private List<Window> together = List.of();

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

	/** From now on stays beside these windows, and moves with the one farthest to the right; empty for none. */
	void follow(List<Window> windows) {
		Window window = windows.stream().max(Comparator.comparingInt(w -> w.getX() + w.getWidth())).orElse(null);
		if (window == image && windows.equals(together)) return;
		together = List.copyOf(windows);
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
		List<Rectangle> bounds = Stream.concat(Stream.of(image), together.stream().filter(w -> w != image && w.isShowing()))
				.map(Window::getBounds).toList();
		panel.setLocation(beside(panel.getSize(), bounds, image.getGraphicsConfiguration().getBounds()));
	}

	/**
	 * Right of all windows, else left of all, where it hides none of them; else where it hides least.
	 *
	 * @param windows the first one says the height; not empty
	 */
	static Point beside(Dimension panel, List<Rectangle> windows, Rectangle screen) {
		Rectangle all = windows.stream().reduce(Rectangle::union).orElseThrow();
		int y = windows.get(0).y;
		return new FreePlace(screen, windows, List.of()).of(panel,
				List.of(new Point(all.x + all.width + GAP, y), new Point(all.x - panel.width - GAP, y)));
	}
}
