package org.annotomy.imagej.slide;

import java.awt.Point;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.util.Iterator;

import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.FreehandRoi;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;

/**
 * Selections for slides: the same as ImageJ's, but they refuse in words to make a mask of more than 64 million pixels, where ImageJ's
 * own allocate gigabytes, overflow or hang; and a large oval gives its outline from its equation, not from a mask.
 */
final class SlideRois {

	private static final long MOST_MASK_PIXELS = 64L << 20;
	private static final long LARGE_OVAL_PIXELS = 4L << 20;
	private static final String WHAT = "A mask of so large a selection";

	private SlideRois() {}

	/** Whether the box around a selection has more pixels than may be in a mask. */
	static boolean isHuge(Roi roi) {
		Rectangle r = roi.getBounds();
		return (long) r.width * r.height > MOST_MASK_PIXELS;
	}

	private static void require(Roi roi) {
		if (isHuge(roi)) throw Refusal.of(WHAT);
	}

	/** The selection, or an equal one that is safe on a slide. @param roi may be null */
	static Roi guarded(Roi roi) {
		if (roi == null || roi.getState() == Roi.CONSTRUCTING) return roi;
		Roi safe = safe(roi);
		if (safe == roi) return roi;
		safe.copyAttributes(roi);
		safe.setName(roi.getName());
		if (roi.hasHyperStackPosition()) safe.setPosition(roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
		else safe.setPosition(roi.getPosition());
		if (roi.getProperties() != null) safe.setProperties(roi.getProperties());
		return safe;
	}

	private static Roi safe(Roi roi) {
		if (roi.getClass() == OvalRoi.class) return oval(roi);
		if (!isHuge(roi)) return roi;
		if (roi.getClass() == Roi.class && roi.getCornerDiameter() == 0) return rectangle(roi);
		if (roi.getClass() == ShapeRoi.class) return shape((ShapeRoi) roi);
		if (roi.getClass() == EllipseRoi.class) return ellipse(((EllipseRoi) roi).getParams());
		if (roi.getClass() == RotatedRectRoi.class) return rotated(((RotatedRectRoi) roi).getParams());
		boolean outline = roi.getClass() == PolygonRoi.class || roi.getClass() == FreehandRoi.class;
		return outline && roi.isArea() && !((PolygonRoi) roi).isSplineFit() ? polygon((PolygonRoi) roi) : roi;
	}

	/** What the tool in hand begins to draw, safe. @param drawn what ImageJ began with; may be null */
	static Roi guardedWhileDrawn(Roi drawn, int sx, int sy, ImagePlus image) {
		if (drawn == null) return null;
		if (drawn.getClass() == OvalRoi.class) return new Oval(sx, sy, image);
		if (drawn.getClass() == FreehandRoi.class) return new Freehand(sx, sy, image);
		if (drawn.getClass() == EllipseRoi.class) return new Ellipse(sx, sy, image);
		if (drawn.getClass() == RotatedRectRoi.class) return new Rotated(sx, sy, image);
		return drawn.getClass() == PolygonRoi.class ? new Outline(sx, sy, image) : drawn;
	}

	private static Roi oval(Roi roi) {
		var b = roi.getFloatBounds();
		return new Oval(b.getX(), b.getY(), b.getWidth(), b.getHeight());
	}

	private static Roi rectangle(Roi roi) {
		var b = roi.getFloatBounds();
		return new Box(b.getX(), b.getY(), b.getWidth(), b.getHeight());
	}

	private static Roi shape(ShapeRoi roi) {
		Rectangle b = roi.getBounds();
		return new Composite(b.x, b.y, roi.getShape());
	}

	private static Roi ellipse(double[] p) {
		return new Ellipse(p[0], p[1], p[2], p[3], p[4]);
	}

	private static Roi rotated(double[] p) {
		return new Rotated(p[0], p[1], p[2], p[3], p[4]);
	}

	private static Roi polygon(PolygonRoi roi) {
		return roi.subPixelResolution()
				? new Outline(roi.getFloatPolygon(), roi.getType())
				: new Outline(roi.getPolygon(), roi.getType());
	}

	private static Polygon rounded(FloatPolygon outline) {
		Polygon polygon = new Polygon();
		for (int i = 0; i < outline.npoints; i++)
			polygon.addPoint(Math.round(outline.xpoints[i]), Math.round(outline.ypoints[i]));
		return polygon;
	}

	/** Whose outline comes from its equation where ImageJ traces a mask. */
	private static final class Oval extends OvalRoi {

		Oval(double x, double y, double width, double height) {
			super(x, y, width, height);
		}

		Oval(int sx, int sy, ImagePlus image) {
			super(sx, sy, image);
		}

		private boolean isLarge() {
			Rectangle r = getBounds();
			return (long) r.width * r.height > LARGE_OVAL_PIXELS;
		}

		@Override
		public Polygon getPolygon() { return isLarge() ? rounded(getFloatPolygon()) : super.getPolygon(); }

		@Override
		public int size() {
			return isLarge() ? getFloatPolygon().npoints : super.size();
		}

		@Override
		public ImageProcessor getMask() {
			require(this);
			return super.getMask();
		}

		@Override
		public FloatPolygon getContainedFloatPoints() {
			require(this);
			return super.getContainedFloatPoints();
		}

		@Override
		public Iterator<Point> iterator() {
			require(this);
			return super.iterator();
		}
	}

	private static final class Box extends Roi {

		Box(double x, double y, double width, double height) {
			super(x, y, width, height);
		}

		@Override
		public FloatPolygon getContainedFloatPoints() {
			require(this);
			return super.getContainedFloatPoints();
		}

		@Override
		public Point[] getContainedPoints() {
			require(this);
			return super.getContainedPoints();
		}

		@Override
		public Iterator<Point> iterator() {
			require(this);
			return super.iterator();
		}
	}

	private static final class Composite extends ShapeRoi {

		Composite(int x, int y, java.awt.Shape shape) {
			super(x, y, shape);
		}

		@Override
		public ImageProcessor getMask() {
			require(this);
			return super.getMask();
		}
	}

	private static final class Ellipse extends EllipseRoi {

		Ellipse(double x1, double y1, double x2, double y2, double aspect) {
			super(x1, y1, x2, y2, aspect);
		}

		Ellipse(int sx, int sy, ImagePlus image) {
			super(sx, sy, image);
		}

		@Override
		public ImageProcessor getMask() {
			require(this);
			return super.getMask();
		}
	}

	private static final class Rotated extends RotatedRectRoi {

		Rotated(double x1, double y1, double x2, double y2, double width) {
			super(x1, y1, x2, y2, width);
		}

		Rotated(int sx, int sy, ImagePlus image) {
			super(sx, sy, image);
		}

		@Override
		public ImageProcessor getMask() {
			require(this);
			return super.getMask();
		}
	}

	private static final class Freehand extends FreehandRoi {

		Freehand(int sx, int sy, ImagePlus image) {
			super(sx, sy, image);
		}

		@Override
		public ImageProcessor getMask() {
			require(this);
			return super.getMask();
		}
	}

	private static final class Outline extends PolygonRoi {

		Outline(FloatPolygon outline, int type) {
			super(outline, type);
		}

		Outline(Polygon outline, int type) {
			super(outline, type);
		}

		Outline(int sx, int sy, ImagePlus image) {
			super(sx, sy, image);
		}

		@Override
		public ImageProcessor getMask() {
			require(this);
			return super.getMask();
		}
	}
}
