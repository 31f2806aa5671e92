package org.annotomy.imagej.view;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;

import org.annotomy.imagej.PaintedRoi;

import ij.gui.ImageCanvas;
import ij.gui.Overlay;

/** What is drawn on a view besides its annotations: an element of the overlay of its image that is painted on the canvas. */
public abstract class CanvasLayer extends PaintedRoi {

	private final transient SliceView view;
	private transient Runnable drawn = () -> {};

	/** @param name of the element in ImageJ's list of overlay elements */
	protected CanvasLayer(SliceView view, String name) {
		super(view.image().getWidth(), view.image().getHeight(), name);
		this.view = view;
	}

	public final SliceView view() {
		return view;
	}

	/** Puts it on the view's image, if it is not there. */
	public final void show() {
		Overlay overlay = view.image().getOverlay();
		if (overlay != null && overlay.contains(this)) return;
		if (overlay == null) overlay = new Overlay();
		overlay.add(this);
		view.image().setOverlay(overlay);
	}

	public final void remove() {
		Overlay overlay = view.image().getOverlay();
		if (overlay == null) return;
		overlay.remove(this);
		if (overlay.size() == 0) view.image().setOverlay(null);
		else view.image().updateAndDraw();
	}

	/** Hears whenever the view is drawn: ImageJ does not tell of a zoom otherwise. */
	public final void onDraw(Runnable listener) {
		drawn = listener;
	}

	@Override
	public final void draw(Graphics graphics) {
		if (imp == null || imp != view.image()) return;
		Graphics2D g = (Graphics2D) graphics.create();
		paint(g, canvasMap());
		g.dispose();
		drawn.run();
	}

	/** From pixels of the image to pixels of its canvas. */
	private AffineTransform canvasMap() {
		ImageCanvas canvas = view.image().getCanvas();
		if (canvas == null) return new AffineTransform();
		Rectangle source = canvas.getSrcRect();
		AffineTransform map = AffineTransform.getScaleInstance(canvas.getMagnification(), canvas.getMagnification());
		map.translate(-source.x, -source.y);
		return map;
	}

	/** @param toCanvas from pixels of the image (pixel-corner frame) */
	protected abstract void paint(Graphics2D g, AffineTransform toCanvas);
}
