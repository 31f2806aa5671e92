package org.annotomy.imagej.overlay;

import java.awt.Graphics;
import java.util.function.Supplier;

import org.annotomy.imagej.PaintedRoi;
import org.annotomy.imagej.RoiShapes;

import ij.ImagePlus;
import ij.gui.Roi;

/** The one element of an ImageJ overlay through which a whole document is drawn. */
final class LayerRoi extends PaintedRoi {

	/** Paints what belongs on top of the image that ImageJ is just drawing. */
	@FunctionalInterface
	interface Painter {

		/** @param drawn the image on whose canvas {@code g} is; not the annotated one while ImageJ flattens */
		void paint(Graphics g, ImagePlus drawn);
	}

	private final transient Painter painter;
	private final transient Supplier<Roi> copy;

	/** @param copy makes an ordinary selection of what is painted now, for overlays that are copied to other images */
	LayerRoi(int width, int height, Painter painter, Supplier<Roi> copy) {
		super(width, height, "Annotomy");
		this.painter = painter;
		this.copy = copy;
		setProperty(RoiShapes.LAYER, "1");
	}

	@Override
	public void draw(Graphics g) {
		painter.paint(g, imp);
	}

	/** Not another layer, which would go on showing this document on another image, but a selection of what is painted now. */
	@Override
	public synchronized Object clone() {
		return copy.get();
	}
}
