package org.annotomy.ui.tool;

import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Point;
import org.annotomy.imagej.view.SliceView;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.plugin.tool.PlugInTool;

/**
 * A tool that takes an outline on the slice on display, in any view of a volume: corner by corner with clicks, ended by a double click or
 * Enter; Backspace takes the last corner back, Esc all of them. Dragging is for subclasses. The modifiers that are held at the end count.
 */
public abstract class OutlineTool extends PlugInTool {

	private static final double CLICK_PX = 3;
	private static final int FEWEST_CORNERS = 3;

	private final List<Point> corners = new ArrayList<>();
	private SegmentTarget target;
	private SliceView view;
	private int slice;
	private boolean dragged;

	/** What is shown while the outline is not finished. @param places the corners so far, and the mouse; in pixels of the view */
	abstract void preview(SegmentTarget segment, SliceView on, List<Point> places, int modifiers);

	/** What is done at the end. @param places corners in pixels of the view, at least the fewest */
	abstract void make(SegmentTarget segment, SliceView on, List<Point> places, int modifiers);

	/** Whether the mouse may be dragged along the outline. */
	abstract boolean isDrawn();

	/** How many corners an outline needs that was drawn from its first to its last place. */
	int fewestDrawn() {
		return FEWEST_CORNERS;
	}

	/** Whether the outline that is shown or made was dragged. */
	final boolean wasDragged() {
		return dragged;
	}

	/** Nothing of what was shown is meant any more. */
	void dropped() {}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		event.consume();
		Optional<SegmentTarget> found = SegmentTarget.ofViewOrTell(image);
		SliceView pressed = SliceView.of(image).orElse(null);
		boolean elsewhere = found.isEmpty() || view != null && (view.image() != image || slice != view.slice());
		if (elsewhere) drop();
		target = found.orElse(null);
		if (target == null) return;
		view = pressed;
		slice = view.slice();
		dragged = false;
		add(image.getCanvas(), event);
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		event.consume();
		if (target == null || !isDrawn()) return;
		Point last = corners.get(corners.size() - 1);
		Point now = point(image.getCanvas(), event);
		double moved = Math.hypot(now.x() - last.x(), now.y() - last.y()) * image.getCanvas().getMagnification();
		if (!dragged && moved < CLICK_PX) return;
		dragged = true;
		add(image.getCanvas(), event);
	}

	@Override
	public void mouseMoved(ImagePlus image, MouseEvent event) {
		if (target == null || corners.isEmpty() || view.image() != image) return;
		List<Point> shown = new ArrayList<>(corners);
		shown.add(point(image.getCanvas(), event));
		preview(target, view, shown, event.getModifiersEx());
	}

	@Override
	public void mouseReleased(ImagePlus image, MouseEvent event) {
		event.consume();
		if (target == null) return;
		boolean finished = dragged ? corners.size() >= fewestDrawn() : event.getClickCount() >= 2;
		if (finished) finish(event.getModifiersEx());
	}

	/** Ends the outline, as a double click does. @return whether there was one */
	public final boolean finish() {
		if (corners.isEmpty()) return false;
		finish(0);
		return true;
	}

	private void finish(int modifiers) {
		SegmentTarget drawn = target;
		SliceView on = view;
		List<Point> places = corners.stream().distinct().count() == corners.size() ? List.copyOf(corners) : once(corners);
		boolean enough = places.size() >= (dragged ? fewestDrawn() : FEWEST_CORNERS);
		drop();
		if (enough) make(drawn, on, places, modifiers);
	}

	/** Without those that repeat the one before. */
	private static List<Point> once(List<Point> places) {
		List<Point> kept = new ArrayList<>();
		for (Point place : places)
			if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(place)) kept.add(place);
		return kept;
	}

	/** Takes the last corner back. @return whether there was one */
	public final boolean takeBack() {
		if (corners.isEmpty()) return false;
		corners.remove(corners.size() - 1);
		if (corners.isEmpty()) drop();
		else preview(target, view, List.copyOf(corners), 0);
		return true;
	}

	/** Forgets an outline that is not finished. @return whether there was one */
	public final boolean drop() {
		boolean any = !corners.isEmpty();
		if (view != null) view.setPreview(null);
		corners.clear();
		target = null;
		view = null;
		dropped();
		return any;
	}

	private void add(ImageCanvas canvas, MouseEvent event) {
		corners.add(point(canvas, event));
		preview(target, view, List.copyOf(corners), event.getModifiersEx());
	}

	static Point point(ImageCanvas canvas, MouseEvent event) {
		return new Point(canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY()));
	}

	static boolean holds(int modifiers, int mask) {
		return (modifiers & mask) != 0;
	}

	static boolean holdsAlt(int modifiers) {
		return holds(modifiers, InputEvent.ALT_DOWN_MASK);
	}
}
