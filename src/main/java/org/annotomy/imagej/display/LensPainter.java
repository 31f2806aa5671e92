package org.annotomy.imagej.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

import org.annotomy.display.Lens;
import org.annotomy.geometry.Box;

/**
 * Paints a lens over a canvas: what is shown, magnified. It works on the picture as displayed, so it looks through the same window and
 * never reads values.
 *
 * @param round whether the lens is round, else upright
 */
public record LensPainter(Interpolation interpolation, boolean round) {

	/** How pixels are drawn larger than they are. */
	public enum Interpolation {
		/** Each pixel as a square: what was measured and nothing else. */
		NEAREST(RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR), BILINEAR(
				RenderingHints.VALUE_INTERPOLATION_BILINEAR), BICUBIC(RenderingHints.VALUE_INTERPOLATION_BICUBIC);

		private final Object hint;

		Interpolation(Object hint) { this.hint = hint; }
	}

	private static final Color OUTSIDE = Color.BLACK;
	private static final Color RIM = new Color(255, 255, 255, 200);

	/**
	 * @param g of the canvas, in its screen pixels; left as it was
	 * @param displayed the image, or a part of it, as displayed: window and colours applied
	 * @param area which part that is, in pixels of level 0
	 */
	public void paint(Graphics2D g, Image displayed, Box area, Lens lens) {
		Graphics2D own = (Graphics2D) g.create();
		try {
			Box place = lens.placement();
			Shape shape = round
					? new Ellipse2D.Double(place.x(), place.y(), place.width(), place.height())
					: new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
			Shape outer = own.getClip();
			own.clip(shape);
			own.setColor(OUTSIDE);
			own.fill(shape);
			own.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation.hint);
			own.drawImage(displayed, toCanvas(displayed, area, lens), null);
			own.setClip(outer);
			own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			own.setColor(RIM);
			own.setStroke(new BasicStroke(1.5f));
			own.draw(shape);
		} finally {
			own.dispose();
		}
	}

	/** From pixels of the displayed picture to the canvas. */
	private static AffineTransform toCanvas(Image displayed, Box area, Lens lens) {
		double scaleX = lens.placement().width() / lens.source().width();
		double scaleY = lens.placement().height() / lens.source().height();
		AffineTransform transform = new AffineTransform();
		transform.translate(lens.placement().x() + (area.x() - lens.source().x()) * scaleX,
				lens.placement().y() + (area.y() - lens.source().y()) * scaleY);
		transform.scale(scaleX * area.width() / displayed.getWidth(null), scaleY * area.height() / displayed.getHeight(null));
		return transform;
	}
}
