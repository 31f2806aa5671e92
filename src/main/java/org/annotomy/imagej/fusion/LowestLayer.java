package org.annotomy.imagej.fusion;

import org.annotomy.imagej.PaintedRoi;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

/** An element of an image's overlay that is painted below all other elements: another image that lies over it. */
abstract class LowestLayer extends PaintedRoi {

	private final transient ImagePlus view;

	LowestLayer(ImagePlus view, String name) {
		super(view.getWidth(), view.getHeight(), name);
		this.view = view;
	}

	final ImagePlus image() {
		return view;
	}

	/** Puts it below everything else in the view's overlay, if it is not there. */
	final void show() {
		Overlay overlay = view.getOverlay();
		if (overlay != null && overlay.size() > 0 && overlay.get(0) == this) return;
		Overlay shown = overlay == null ? new Overlay() : overlay;
		Roi[] others = shown.toArray();
		shown.clear();
		shown.add(this);
		for (Roi other : others)
			if (other != this) shown.add(other);
		if (overlay == null) view.setOverlay(shown);
		else repaint();
	}

	final void remove() {
		Overlay overlay = view.getOverlay();
		if (overlay == null) return;
		overlay.remove(this);
		if (overlay.size() == 0) view.setOverlay(null);
		repaint();
	}

	final void repaint() {
		if (view.getCanvas() != null) view.getCanvas().repaint();
	}
}
