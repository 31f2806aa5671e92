package org.annotomy.imagej.fusion;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageRoi;

/** The element of a view's overlay through which a fusion is painted: below all other elements. Keeps the picture of the slice on display. */
final class FusionLayer extends LowestLayer {

	private static final String NAME = "fused image";

	private final transient Fusion fusion;
	private final transient ImagePlus view;
	private transient BufferedImage picture;
	private transient List<Object> pictured;

	FusionLayer(Fusion fusion, ImagePlus view) {
		super(view, NAME);
		this.fusion = fusion;
		this.view = view;
	}

	/** The picture is to be made anew. */
	void forget() {
		pictured = null;
		repaint();
	}

	private BufferedImage picture() {
		List<Object> wanted = fusion.shown(view);
		if (wanted.equals(pictured)) return picture;
		BufferedImage made = new BufferedImage(view.getWidth(), view.getHeight(), BufferedImage.TYPE_INT_ARGB);
		int[] colours = fusion.colours(view);
		System.arraycopy(colours, 0, ((DataBufferInt) made.getRaster().getDataBuffer()).getData(), 0, colours.length);
		picture = made;
		pictured = wanted;
		return made;
	}

	@Override
	public void draw(Graphics graphics) {
		ImageCanvas canvas = imp == null ? null : imp.getCanvas();
		boolean whole = canvas == null || canvas.getSrcRect().isEmpty();
		Rectangle source = whole ? new Rectangle(view.getWidth(), view.getHeight()) : canvas.getSrcRect();
		double zoom = canvas == null ? 1 : canvas.getMagnification();
		Graphics2D g = (Graphics2D) graphics.create();
		g.transform(new AffineTransform(zoom, 0, 0, zoom, -source.x * zoom, -source.y * zoom));
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g.drawImage(picture(), 0, 0, null);
		g.dispose();
	}

	/** For copies of the image: a plain picture of what is painted now. */
	@Override
	public synchronized Object clone() {
		ImageRoi copy = new ImageRoi(0, 0, picture());
		copy.setName(NAME);
		return copy;
	}
}
