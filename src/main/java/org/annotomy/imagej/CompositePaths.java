package org.annotomy.imagej;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Vertices;

import ij.gui.ShapeRoi;

/** ImageJ's composite selections: a path whose closed parts enclose an area by the even-odd rule, or two open lines. */
final class CompositePaths {

	/** Largest distance of a chord from the curve, in pixels: what ImageJ itself uses to fill a composite. */
	private static final double FLATNESS = 0.01;

	private final List<Vertices> rings = new ArrayList<>();
	private final List<LineShape> lines = new ArrayList<>();
	private double[] subpath = new double[64];
	private int count;

	private CompositePaths() {}

	static Shape shape(ShapeRoi roi) {
		CompositePaths paths = new CompositePaths();
		AffineTransform place = AffineTransform.getTranslateInstance(roi.getXBase(), roi.getYBase());
		paths.read(roi.getShape().getPathIterator(place, FLATNESS));
		if (paths.rings.isEmpty() && paths.lines.size() == 2)
			return new BidirectionalShape(paths.lines.get(0), paths.lines.get(1));
		if (paths.rings.isEmpty())
			throw new IllegalArgumentException("The combined selection encloses no area and cannot become an annotation.");
		PolygonShape polygon = new PolygonShape(RingNesting.nest(paths.rings), Origin.COMPOSITE);
		return RingNesting.isClean(polygon.parts()) ? polygon : uncrossed(polygon);
	}

	static ShapeRoi roi(PolygonShape polygon) {
		Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (Ring part : polygon.parts()) {
			append(path, part.shell());
			part.holes().forEach(hole -> append(path, hole));
		}
		return new ShapeRoi(path);
	}

	private static void append(Path2D path, Vertices ring) {
		path.moveTo(ring.x(0), ring.y(0));
		for (int i = 1; i < ring.size(); i++)
			path.lineTo(ring.x(i), ring.y(i));
		path.closePath();
	}

	/** The same area bounded by rings that do not cross. */
	private static PolygonShape uncrossed(PolygonShape crossing) {
		return ShapeGeometry.toPolygon(ShapeGeometry.area(crossing), Origin.COMPOSITE).orElse(crossing);
	}

	private void read(PathIterator path) {
		double[] xy = new double[6];
		for (; !path.isDone(); path.next())
			switch (path.currentSegment(xy)) {
			case PathIterator.SEG_MOVETO -> {
				end(false);
				add(xy[0], xy[1]);
			}
			case PathIterator.SEG_CLOSE -> end(true);
			default -> add(xy[0], xy[1]);
			}
		end(false);
	}

	private void add(double x, double y) {
		if (2 * count == subpath.length) subpath = Arrays.copyOf(subpath, 2 * subpath.length);
		subpath[2 * count] = x;
		subpath[2 * count + 1] = y;
		count++;
	}

	/** Ends a part of the path; ImageJ fills open parts as if they were closed. */
	private void end(boolean closed) {
		int n = count;
		if (n > 1 && subpath[0] == subpath[2 * n - 2] && subpath[1] == subpath[2 * n - 1]) n--;
		if (n >= 3) rings.add(Vertices.adopt(Arrays.copyOf(subpath, 2 * n)));
		else if (n == 2 && !closed) {
			Vertices ends = Vertices.adopt(Arrays.copyOf(subpath, 4));
			lines.add(new LineShape(ends.get(0), ends.get(1)));
		}
		count = 0;
	}
}
