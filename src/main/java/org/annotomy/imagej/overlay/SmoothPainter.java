package org.annotomy.imagej.overlay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.geometry.Box;

import ij.ImagePlus;
import ij.gui.Roi;

/** Paints objects with smooth edges, from behind to in front. */
final class SmoothPainter {

	/** Half the length of the cross that marks a point, on the screen. */
	static final int MARK_PX = 5;

	private static final float HALO_PX = 4;
	private static final float SELECTED_PX = 2;
	/** Of the cross of a point, which would be lost among stained cells as a hairline. */
	private static final float POINT_PX = 1.8f;
	private static final float[] DASHES_PX = {5, 4};
	private static final Color HALO = new Color(255, 255, 255, 170);

	private final Graphics2D g;
	private final CanvasView view;
	private final ImagePlus image;
	private final AffineTransform canvas;
	private final DepthGraph depth;

	/** Of objects of whose depth nothing is said. @param image as below */
	SmoothPainter(Graphics2D g, CanvasView view, ImagePlus image) {
		this(g, view, image, DepthGraph.EMPTY);
	}

	/** @param depth what is covered is drawn dashed @param image for what ImageJ draws itself (texts, arrows); may be null */
	SmoothPainter(Graphics2D g, CanvasView view, ImagePlus image, DepthGraph depth) {
		this.g = g;
		this.view = view;
		this.image = image;
		this.depth = depth;
		canvas = g.getTransform();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
	}

	/** @param objects from behind to in front */
	void paint(List<DisplayedObject> objects) {
		OpaqueObjects opaque = new OpaqueObjects(objects);
		CoveredParts covered = new CoveredParts(objects, depth);
		for (int i = 0; i < objects.size(); i++) {
			Area left = opaque.uncovered(i, view.visible());
			DisplayedObject object = objects.get(i);
			Area hidden = covered.of(object);
			if (left == null) paint(object, hidden);
			else clipped(left, () -> paint(object, hidden));
		}
	}

	/** @param part of the image in which to paint */
	private void clipped(Area part, Runnable painting) {
		Shape clip = g.getClip();
		AffineTransform before = g.getTransform();
		g.setTransform(canvas);
		g.transform(view.imageToCanvas());
		g.clip(part);
		g.setTransform(before);
		painting.run();
		g.setClip(clip);
	}

	/** A light rim around the selected ones, so that they stand out on dark and on bright. */
	void highlight(List<DisplayedObject> objects, Set<UUID> selected) {
		CoveredParts covered = new CoveredParts(objects, depth);
		for (DisplayedObject object : objects)
			if (selected.contains(object.id())) highlight(object, covered.of(object));
	}

	/** @param hidden what others cover of it; null if nothing */
	private void paint(DisplayedObject object, Area hidden) {
		if (object.isDrawnByImageJ()) {
			drawByImageJ(object.roi());
			return;
		}
		g.transform(view.imageToCanvas());
		if (object.style().fill() != null) {
			g.setColor(object.style().fill());
			g.fill(object.path());
		}
		boolean points = object.object().shape() instanceof PointsShape;
		Shape lines = points ? crosses(object) : object.path();
		if (points) {
			g.setColor(HALO);
			draw(lines, stroke(HALO_PX / view.magnification()));
		}
		g.setColor(object.style().stroke());
		double least = (points ? POINT_PX : 1) / view.magnification();
		drawSeen(lines, stroke(Math.max(object.style().strokeWidth(), least)), object, hidden);
		g.setTransform(canvas);
	}

	/** Dashed where it is hidden, or inferred as a whole. */
	private void drawSeen(Shape lines, BasicStroke solid, DisplayedObject object, Area hidden) {
		if (object.object().occlusion() == Occlusion.INFERRED) draw(lines, dashed(solid));
		else if (hidden == null) draw(lines, solid);
		else {
			Area seen = new Area(grown(lines.getBounds2D(), solid.getLineWidth()));
			seen.subtract(hidden);
			clipped(seen, () -> draw(lines, solid));
			clipped(hidden, () -> draw(lines, dashed(solid)));
		}
	}

	private void draw(Shape lines, BasicStroke stroke) {
		g.setStroke(stroke);
		g.draw(lines);
	}

	private static Rectangle2D grown(Rectangle2D box, double by) {
		return new Rectangle2D.Double(box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
	}

	/** With dashes that are as long on the screen at every zoom. */
	private BasicStroke dashed(BasicStroke stroke) {
		float[] dashes = {(float) (DASHES_PX[0] / view.magnification()), (float) (DASHES_PX[1] / view.magnification())};
		return new BasicStroke(stroke.getLineWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
	}

	void drawByImageJ(Roi roi) {
		g.setStroke(new BasicStroke(1));
		roi.setImage(image);
		roi.drawOverlay(g);
		roi.setImage(null);
	}

	private void highlight(DisplayedObject object, Area hidden) {
		g.transform(view.imageToCanvas());
		Shape outline = object.object().shape() instanceof PointsShape ? circles(object) : frameOrPath(object);
		g.setColor(HALO);
		g.setStroke(stroke(HALO_PX / view.magnification()));
		g.draw(outline);
		g.setColor(object.style().stroke());
		drawSeen(outline, stroke(Math.max(object.style().strokeWidth(), SELECTED_PX / view.magnification())), object, hidden);
		g.setTransform(canvas);
	}

	private static Shape frameOrPath(DisplayedObject object) {
		if (!object.isDrawnByImageJ()) return object.path();
		Box b = object.bounds();
		return new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height());
	}

	/** As large on the screen at every zoom. */
	private Shape crosses(DisplayedObject object) {
		double half = MARK_PX / view.magnification();
		Path2D.Double crosses = new Path2D.Double();
		double[] xy = object.outlines().get(0);
		for (int i = 0; i < xy.length; i += 2) {
			crosses.moveTo(xy[i] - half, xy[i + 1]);
			crosses.lineTo(xy[i] + half, xy[i + 1]);
			crosses.moveTo(xy[i], xy[i + 1] - half);
			crosses.lineTo(xy[i], xy[i + 1] + half);
		}
		return crosses;
	}

	private Shape circles(DisplayedObject object) {
		double half = MARK_PX / view.magnification();
		Path2D.Double circles = new Path2D.Double();
		double[] xy = object.outlines().get(0);
		for (int i = 0; i < xy.length; i += 2)
			circles.append(new Ellipse2D.Double(xy[i] - half, xy[i + 1] - half, 2 * half, 2 * half), false);
		return circles;
	}

	/** With round joins: pointed ones reach far beyond the outline. */
	static BasicStroke stroke(double width) {
		return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
	}
}
