package org.annotomy.imagej.overlay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.geometry.Box;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Paints objects onto a canvas, from behind to in front. Few objects are painted smoothly; many quickly, in whole screen pixels; those of
 * less than a few pixels as dots.
 */
final class ObjectPainter {

	/** Up to this many visible objects are painted with smooth edges. */
	private static final int SMOOTH_OBJECTS = 300;
	private static final double DOT_PX = 3;
	private static final int MARK_PX = 5;
	private static final float HALO_PX = 4;
	private static final float SELECTED_PX = 2;
	private static final Color HALO = new Color(255, 255, 255, 170);
	private static final BasicStroke HAIRLINE = new BasicStroke(1);

	private final Graphics2D g;
	private final CanvasView view;
	private final ImagePlus image;
	private final AffineTransform screen;
	private int[] xs = new int[64];
	private int[] ys = new int[64];

	/** @param image for what ImageJ draws itself (texts, arrows); may be null */
	ObjectPainter(Graphics2D g, CanvasView view, ImagePlus image) {
		this.g = g;
		this.view = view;
		this.image = image;
		screen = g.getTransform();
	}

	/** @param objects from behind to in front */
	void paint(List<DisplayedObject> objects, Set<UUID> selected) {
		List<DisplayedObject> visible = visible(objects);
		boolean smooth = visible.size() <= SMOOTH_OBJECTS;
		Stroke stroke = g.getStroke();
		RenderingHints hints = g.getRenderingHints();
		Shape clip = g.getClip();
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		setSmooth(smooth);
		List<Integer> opaque = new ArrayList<>();
		for (int i = 0; i < visible.size(); i++)
			if (visible.get(i).isOpaque()) opaque.add(i);
		for (int i = 0; i < visible.size(); i++) {
			Area left = uncovered(visible, i, opaque);
			if (left != null) paintClipped(visible.get(i), left);
			else paint(visible.get(i), smooth);
		}
		setSmooth(true);
		for (DisplayedObject object : visible)
			if (selected.contains(object.id())) highlight(object);
		g.setClip(clip);
		g.setRenderingHints(hints);
		g.setStroke(stroke);
	}

	/** Those that are shown and reach into the view. */
	private List<DisplayedObject> visible(List<DisplayedObject> objects) {
		double margin = (MARK_PX + HALO_PX) / view.magnification();
		List<DisplayedObject> visible = new ArrayList<>();
		for (DisplayedObject object : objects) {
			if (!object.object().appearance().visible()) continue;
			double reach = margin + object.style().strokeWidth();
			boolean near = object.isDrawnByImageJ() || object.bounds().intersects(view.visible().grow(reach));
			if (near) visible.add(object);
		}
		return visible;
	}

	/** What of the view is not covered by an opaque object in front of object {@code i}; null if none covers it. */
	private Area uncovered(List<DisplayedObject> visible, int i, List<Integer> opaque) {
		Area left = null;
		for (int front : opaque) {
			if (front <= i || !visible.get(front).bounds().intersects(visible.get(i).bounds())) continue;
			Box v = view.visible();
			if (left == null) left = new Area(new Rectangle2D.Double(v.x(), v.y(), v.width(), v.height()));
			left.subtract(visible.get(front).area());
		}
		return left;
	}

	private void paintClipped(DisplayedObject object, Area left) {
		Shape clip = g.getClip();
		g.transform(view.imageToScreen());
		g.clip(left);
		g.setTransform(screen);
		paint(object, true);
		g.setClip(clip);
	}

	private void paint(DisplayedObject object, boolean smooth) {
		if (object.isDrawnByImageJ()) drawByImageJ(object.roi());
		else if (object.object().shape() instanceof PointsShape) drawPoints(object);
		else if (object.isArea() && sizeOnScreen(object.bounds()) < DOT_PX) drawDot(object);
		else if (smooth) drawSmoothly(object);
		else drawQuickly(object);
	}

	private void drawSmoothly(DisplayedObject object) {
		g.transform(view.imageToScreen());
		if (object.style().fill() != null) {
			g.setColor(object.style().fill());
			g.fill(object.path());
		}
		g.setColor(object.style().stroke());
		g.setStroke(stroke(Math.max(object.style().strokeWidth(), 1 / view.magnification())));
		g.draw(object.path());
		g.setTransform(screen);
	}

	/** In whole pixels, without points that fall on the one before. */
	private void drawQuickly(DisplayedObject object) {
		List<double[]> outlines = object.outlines();
		double width = object.style().strokeWidth() * view.magnification();
		if (object.style().fill() != null) {
			g.setColor(object.style().fill());
			if (outlines.size() == 1) g.fillPolygon(xs, ys, toScreen(outlines.get(0)));
			else {
				g.transform(view.imageToScreen());
				g.fill(object.path());
				g.setTransform(screen);
			}
		}
		g.setColor(object.style().stroke());
		g.setStroke(width > 1.5 ? stroke(width) : HAIRLINE);
		for (double[] outline : outlines) {
			int count = toScreen(outline);
			if (object.isArea()) g.drawPolygon(xs, ys, count);
			else g.drawPolyline(xs, ys, count);
		}
	}

	private int toScreen(double[] xy) {
		if (xs.length < xy.length / 2) {
			xs = new int[xy.length];
			ys = new int[xy.length];
		}
		double scale = view.magnification();
		double dx = -view.originX() * scale;
		double dy = -view.originY() * scale;
		int count = 0;
		for (int i = 0; i < xy.length; i += 2) {
			int x = (int) (xy[i] * scale + dx);
			int y = (int) (xy[i + 1] * scale + dy);
			if (count > 0 && xs[count - 1] == x && ys[count - 1] == y) continue;
			xs[count] = x;
			ys[count] = y;
			count++;
		}
		return count;
	}

	private void drawDot(DisplayedObject object) {
		Box b = object.bounds();
		g.setColor(object.style().stroke());
		int side = (int) Math.max(1, Math.round(sizeOnScreen(b)));
		g.fillRect((int) view.screenX(b.x()), (int) view.screenY(b.y()), side, side);
	}

	/** Crosses of the same size at every zoom. */
	private void drawPoints(DisplayedObject object) {
		double[] xy = object.outlines().get(0);
		g.setStroke(HAIRLINE);
		g.setColor(object.style().stroke());
		for (int i = 0; i < xy.length; i += 2) {
			int x = (int) view.screenX(xy[i]);
			int y = (int) view.screenY(xy[i + 1]);
			g.drawLine(x - MARK_PX, y, x + MARK_PX, y);
			g.drawLine(x, y - MARK_PX, x, y + MARK_PX);
		}
	}

	private void drawByImageJ(Roi roi) {
		g.setStroke(HAIRLINE);
		roi.setImage(image);
		roi.drawOverlay(g);
		roi.setImage(null);
	}

	/** A light rim around the object, so that it stands out on dark and on bright. */
	private void highlight(DisplayedObject object) {
		g.transform(view.imageToScreen());
		Shape outline = object.object().shape() instanceof PointsShape ? marks(object) : frameOrPath(object);
		g.setColor(HALO);
		g.setStroke(stroke(HALO_PX / view.magnification()));
		g.draw(outline);
		g.setColor(object.style().stroke());
		g.setStroke(stroke(Math.max(object.style().strokeWidth(), SELECTED_PX / view.magnification())));
		g.draw(outline);
		g.setTransform(screen);
	}

	private Shape frameOrPath(DisplayedObject object) {
		if (!object.isDrawnByImageJ()) return object.path();
		Box b = object.bounds();
		return new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height());
	}

	private Shape marks(DisplayedObject object) {
		double half = MARK_PX / view.magnification();
		java.awt.geom.Path2D.Double rings = new java.awt.geom.Path2D.Double();
		double[] xy = object.outlines().get(0);
		for (int i = 0; i < xy.length; i += 2)
			rings.append(new java.awt.geom.Ellipse2D.Double(xy[i] - half, xy[i + 1] - half, 2 * half, 2 * half), false);
		return rings;
	}

	private double sizeOnScreen(Box bounds) {
		return Math.max(bounds.width(), bounds.height()) * view.magnification();
	}

	private void setSmooth(boolean smooth) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
				smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
	}

	private static BasicStroke stroke(double width) {
		return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
	}
}
