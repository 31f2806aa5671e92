package org.annotomy.imagej.overlay;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.util.List;

import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.geometry.Box;

import ij.ImagePlus;

/**
 * Paints very many objects in whole pixels onto transparent pictures: areas onto one, outlines onto another that lies over it; those of less
 * than a few pixels as dots. An object that lets nothing through wipes out what lies behind it on both. Where areas overlap, the colour in
 * front is seen; mixing them is what takes Java's time.
 */
final class QuickPainter {

	private static final double DOT_PX = 3;
	private static final BasicStroke HAIRLINE = new BasicStroke(1);

	private final Graphics2D areas;
	private final Graphics2D lines;
	private final CanvasView view;
	private final ImagePlus image;
	private final double device;
	private int[] xs = new int[64];
	private int[] ys = new int[64];

	/**
	 * @param areas of the lower picture, without a transform
	 * @param lines of the upper picture; that of the lower one will do if no object is opaque
	 * @param view in the pictures' pixels
	 * @param image for what ImageJ draws itself (texts, arrows); may be null
	 * @param device pixels of the pictures per pixel of ImageJ's canvas
	 */
	QuickPainter(Graphics2D areas, Graphics2D lines, CanvasView view, ImagePlus image, double device) {
		this.areas = areas;
		this.lines = lines;
		this.view = view;
		this.image = image;
		this.device = device;
	}

	/**
	 * @param objects from behind to in front
	 * @param region in which to paint anew; what was there is wiped out
	 * @param under what of the image may be seen in the region
	 */
	void paint(List<DisplayedObject> objects, Rectangle region, Box under) {
		for (Graphics2D g : new Graphics2D[]{areas, lines}) {
			g.setClip(region);
			g.setComposite(AlphaComposite.Clear);
			g.fill(region);
		}
		for (DisplayedObject object : objects)
			if (object.reaches(under) && object.isArea() && !isDot(object)) paintArea(object);
		for (DisplayedObject object : objects)
			if (object.reaches(under)) paintLines(object);
	}

	private void paintArea(DisplayedObject object) {
		if (object.style().fill() == null && !object.isOpaque()) return;
		areas.setComposite(object.style().fill() == null ? AlphaComposite.Clear : AlphaComposite.Src);
		areas.setColor(object.style().fill());
		fill(areas, object);
	}

	private void paintLines(DisplayedObject object) {
		if (object.isOpaque()) {
			lines.setComposite(AlphaComposite.Clear);
			fill(lines, object);
		}
		lines.setComposite(AlphaComposite.SrcOver);
		draw(object);
	}

	private boolean isDot(DisplayedObject object) {
		return object.isArea() && view.sizeOnCanvas(object.bounds()) < DOT_PX;
	}

	private void fill(Graphics2D g, DisplayedObject object) {
		List<double[]> outlines = object.outlines();
		if (outlines.size() == 1) {
			int count = toCanvas(outlines.get(0));
			g.fillPolygon(xs, ys, count);
		} else {
			g.transform(view.imageToCanvas());
			g.fill(object.path());
			g.setTransform(new AffineTransform());
		}
	}

	private void draw(DisplayedObject object) {
		if (object.isDrawnByImageJ()) {
			Graphics2D scaled = (Graphics2D) lines.create();
			scaled.scale(device, device);
			new SmoothPainter(scaled, view, image).drawByImageJ(object.roi());
			scaled.dispose();
			return;
		}
		lines.setColor(object.style().stroke());
		if (object.object().shape() instanceof PointsShape) drawCrosses(object);
		else if (isDot(object)) drawDot(object);
		else drawOutlines(object);
	}

	private void drawOutlines(DisplayedObject object) {
		double width = object.style().strokeWidth() * view.magnification();
		lines.setStroke(width > 1.5 ? SmoothPainter.stroke(width) : HAIRLINE);
		for (double[] outline : object.outlines()) {
			int count = toCanvas(outline);
			if (object.isArea()) lines.drawPolygon(xs, ys, count);
			else lines.drawPolyline(xs, ys, count);
		}
	}

	private void drawDot(DisplayedObject object) {
		int side = (int) Math.max(1, Math.round(view.sizeOnCanvas(object.bounds())));
		lines.fillRect((int) view.canvasX(object.bounds().x()), (int) view.canvasY(object.bounds().y()), side, side);
	}

	private void drawCrosses(DisplayedObject object) {
		int half = (int) Math.round(SmoothPainter.MARK_PX * device);
		lines.setStroke(HAIRLINE);
		double[] xy = object.outlines().get(0);
		for (int i = 0; i < xy.length; i += 2) {
			int x = (int) view.canvasX(xy[i]);
			int y = (int) view.canvasY(xy[i + 1]);
			lines.drawLine(x - half, y, x + half, y);
			lines.drawLine(x, y - half, x, y + half);
		}
	}

	/** Fills {@code xs} and {@code ys}; points that fall on the one before are left out. @return how many */
	private int toCanvas(double[] xy) {
		if (xs.length < xy.length / 2) {
			xs = new int[xy.length];
			ys = new int[xy.length];
		}
		double scale = view.magnification();
		double dx = -view.visible().x() * scale;
		double dy = -view.visible().y() * scale;
		int count = 0;
		for (int i = 0; i < xy.length; i += 2) {
			int x = (int) Math.floor(xy[i] * scale + dx);
			int y = (int) Math.floor(xy[i + 1] * scale + dy);
			if (count > 0 && xs[count - 1] == x && ys[count - 1] == y) continue;
			xs[count] = x;
			ys[count] = y;
			count++;
		}
		return count;
	}
}
