package org.annotomy.ui.tool;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.imagej.overlay.ToolPreview;

/**
 * What would be filled: an outline, or an area.
 *
 * @param outline in pixels of the image
 * @param colour of the segment, or of what is erased
 */
record OutlinePreview(Shape outline, Color colour) implements ToolPreview {

	private static final int ALPHA = 60;

	/** An outline that is being drawn. @param corners at least one */
	static OutlinePreview through(List<Point> corners, Color colour) {
		Path2D outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		outline.moveTo(corners.get(0).x(), corners.get(0).y());
		for (Point p : corners)
			outline.lineTo(p.x(), p.y());
		return new OutlinePreview(outline, colour);
	}

	@Override
	public void paint(Graphics2D g, double magnification) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), ALPHA));
		g.fill(outline);
		g.setStroke(new BasicStroke((float) (3 / magnification)));
		g.setColor(Color.BLACK);
		g.draw(outline);
		g.setStroke(new BasicStroke((float) (1.5 / magnification)));
		g.setColor(colour);
		g.draw(outline);
	}
}
