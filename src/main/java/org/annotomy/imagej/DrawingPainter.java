package org.annotomy.imagej;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;

import org.annotomy.image.DisplayLayer.Drawing;
import org.annotomy.image.DisplayLayer.Figure;
import org.annotomy.image.DisplayLayer.Words;

/** Paints lines and texts of a file over an image: as thin and as large at any zoom, with a dark rim to be seen on white. */
final class DrawingPainter {

	private static final Color INK = new Color(0xffd54a);
	private static final Color RIM = new Color(0, 0, 0, 150);
	private static final Color FILL = new Color(0x60ffd54a, true);
	private static final float LINE = 1.5f;
	private static final float FONT = 13;

	private DrawingPainter() {}

	/** @param g in pixels of the image @param zoom pixels of the screen for one of the image */
	static void paint(Graphics2D g, Drawing drawing, double zoom) {
		Graphics2D to = (Graphics2D) g.create();
		to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		to.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		float pixel = (float) (1 / zoom);
		for (Figure figure : drawing.figures()) {
			if (figure.filled()) {
				to.setColor(FILL);
				to.fill(figure.outline());
			}
			to.setStroke(new BasicStroke((LINE + 1.5f) * pixel));
			to.setColor(RIM);
			to.draw(figure.outline());
			to.setStroke(new BasicStroke(LINE * pixel));
			to.setColor(INK);
			to.draw(figure.outline());
		}
		to.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(FONT * pixel));
		for (Words words : drawing.words())
			write(to, words, pixel);
		to.dispose();
	}

	private static void write(Graphics2D g, Words words, float pixel) {
		Graphics2D to = uprightAt(g, words.x(), words.y());
		float y = 0;
		for (String line : words.text().split("\\R")) {
			y += FONT * pixel;
			to.setColor(Color.BLACK);
			to.drawString(line, pixel, y + pixel);
			to.setColor(INK);
			to.drawString(line, 0, y);
			y += 2 * pixel;
		}
		to.dispose();
	}

	/** With its origin there, and letters that can be read although the image is turned or mirrored. */
	private static Graphics2D uprightAt(Graphics2D g, double x, double y) {
		Graphics2D upright = (Graphics2D) g.create();
		upright.translate(x, y);
		AffineTransform now = upright.getTransform();
		double scale = Math.sqrt(Math.abs(now.getDeterminant()));
		upright.transform(new AffineTransform(now.getScaleX() / scale, now.getShearX() / scale, now.getShearY() / scale,
				now.getScaleY() / scale, 0, 0));
		return upright;
	}
}
