package org.annotomy.imagej.segment;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;

/** Paints a {@link PreviewLayer} on one view: pixels of a label in its colour, those at its rim stronger. Keeps the picture of the last slice. */
public final class PreviewPainter {

	private static final int RIM_ALPHA = 0xff000000;
	private static final int FILL_ALPHA = 0x90000000;

	private final PreviewLayer layer;
	private final VolumeSize size;
	private EffectPreview painted;
	private Axis axis;
	private int slice;
	private BufferedImage picture;

	/** @param size of the volume */
	public PreviewPainter(PreviewLayer layer, VolumeSize size) {
		this.layer = layer;
		this.size = size;
	}

	/** @param toCanvas from pixel corners of the slice to the canvas */
	public synchronized void paint(Graphics2D g, Axis across, int at, AffineTransform toCanvas) {
		EffectPreview shown = layer.shown();
		if (shown == null) {
			picture = null;
			painted = null;
			return;
		}
		if (shown != painted || axis != across || slice != at) {
			painted = shown;
			axis = across;
			slice = at;
			picture = picture(shown);
		}
		if (picture == null) return;
		Graphics2D g2 = (Graphics2D) g.create();
		g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g2.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) layer.opacity()));
		g2.drawImage(picture, toCanvas, null);
		g2.dispose();
	}

	private BufferedImage picture(EffectPreview shown) {
		byte[] labels = shown.slice(axis, slice);
		if (labels == null) return null;
		int columns = axis.columns(size);
		int rows = axis.rows(size);
		BufferedImage made = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
		int[] pixels = ((DataBufferInt) made.getRaster().getDataBuffer()).getData();
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++, i++) {
				byte label = labels[i];
				if (label == 0) continue;
				boolean rim = x == 0 || y == 0 || x == columns - 1 || y == rows - 1 || labels[i - 1] != label
						|| labels[i + 1] != label || labels[i - columns] != label || labels[i + columns] != label;
				pixels[i] = shown.rgb(label & 0xff) & 0xffffff | (rim ? RIM_ALPHA : FILL_ALPHA);
			}
		return made;
	}
}
