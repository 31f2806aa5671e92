package org.annotomy.ui.tool;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.overlay.ToolPreview;

/**
 * The rim of a round brush at the end of its path, and the way it has gone as a broad line: drawn by the graphics card, not voxel by voxel,
 * so that the hand is never held up.
 *
 * @param path in pixels of the image; at least one point
 * @param colour of the segment, or of what is erased
 * @param painting whether the button is held: the way is shown
 * @param ball whether a second rim says that the brush reaches into other slices
 */
record StrokePreview(List<Point> path, double radiusMm, VoxelSpacing spacing, Color colour, boolean painting,
		boolean ball) implements ToolPreview {

	private static final int ALPHA = 110;
	private static final double INNER_RIM = 0.85;

	@Override
	public void paint(Graphics2D g, double magnification) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		// In millimetres a brush is round; pixels need not be square.
		double radius = radiusMm / spacing.xMm();
		double flat = spacing.xMm() / spacing.yMm();
		g.scale(1, flat);
		if (painting) {
			g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), ALPHA));
			g.setStroke(new BasicStroke((float) Math.max(2 * radius, 1 / magnification), BasicStroke.CAP_ROUND,
					BasicStroke.JOIN_ROUND));
			g.draw(way(flat));
		}
		Point end = path.get(path.size() - 1);
		rim(g, end.x(), end.y() / flat, radius, magnification);
		if (ball) rim(g, end.x(), end.y() / flat, radius * INNER_RIM, magnification);
	}

	private void rim(Graphics2D g, double x, double y, double radius, double magnification) {
		Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
		g.setStroke(new BasicStroke((float) (3 / magnification)));
		g.setColor(Color.BLACK);
		g.draw(circle);
		g.setStroke(new BasicStroke((float) (1.5 / magnification)));
		g.setColor(colour);
		g.draw(circle);
	}

	private Path2D way(double flat) {
		Path2D way = new Path2D.Double();
		way.moveTo(path.get(0).x(), path.get(0).y() / flat);
		for (Point p : path)
			way.lineTo(p.x(), p.y() / flat);
		return way;
	}
}
