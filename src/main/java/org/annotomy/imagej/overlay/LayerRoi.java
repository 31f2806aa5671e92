package org.annotomy.imagej.overlay;

import java.awt.Graphics;
import java.util.function.Supplier;

import org.annotomy.imagej.RoiShapes;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * The one element of an ImageJ overlay through which a whole document is drawn. ImageJ sees a rectangle as large as the image that contains
 * no point, is no selection and, alone in an overlay, is not saved with the image (as the cursors of <i>Synchronize Windows</i>).
 */
final class LayerRoi extends Roi {

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
		super(0, 0, width, height);
		this.painter = painter;
		this.copy = copy;
		setName("Annotomy");
		setProperty(RoiShapes.LAYER, "1");
		setIsCursor(true);
		setPosition(0);
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

	@Override
	public boolean contains(int x, int y) {
		return false;
	}

	@Override
	public boolean containsPoint(double x, double y) {
		return false;
	}

	@Override
	public int isHandle(int sx, int sy) {
		return -1;
	}

	/** Only itself: {@link Roi#equals} would find any rectangle of this size. */
	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}
}
