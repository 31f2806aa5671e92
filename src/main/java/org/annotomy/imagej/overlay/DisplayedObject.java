package org.annotomy.imagej.overlay;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.RoiStyle;

import ij.gui.Roi;

/** An object ready to be painted: what does not change between two paints is worked out once, when it is first needed. */
final class DisplayedObject {

	/** From behind to in front: by order, then the older behind, then by id so that all raters see the same. */
	static final Comparator<DisplayedObject> BEHIND_FIRST = Comparator
			.comparingInt((DisplayedObject d) -> d.object.appearance().order()).thenComparing(d -> d.created)
			.thenComparing(d -> d.object.id());

	private final AnnotationObject object;
	private final RoiStyle style;
	private final Box bounds;
	private final double left;
	private final double top;
	private final double right;
	private final double bottom;
	private final boolean drawnByImageJ;
	private final Instant created;
	private List<double[]> outlines;
	private Path2D.Double path;
	private Area area;
	private Roi roi;

	DisplayedObject(AnnotationObject object, RoiStyle style) {
		this.object = object;
		this.style = style;
		bounds = object.shape().bounds();
		left = bounds.x() - style.strokeWidth();
		top = bounds.y() - style.strokeWidth();
		right = bounds.maxX() + style.strokeWidth();
		bottom = bounds.maxY() + style.strokeWidth();
		drawnByImageJ = isDrawnByImageJ(object.shape());
		created = object.provenance().created() == null ? Instant.MIN : object.provenance().created();
	}

	AnnotationObject object() {
		return object;
	}

	UUID id() {
		return object.id();
	}

	RoiStyle style() {
		return style;
	}

	Box bounds() {
		return bounds;
	}

	/** Whether something of it may be seen in a box of the image. ImageJ draws beyond the bounds of texts and arrows: they always may. */
	boolean reaches(Box box) {
		return drawnByImageJ || left <= box.maxX() && right >= box.x() && top <= box.maxY() && bottom >= box.y();
	}

	boolean isArea() { return object.shape().isArea(); }

	/** Whether it hides the objects behind it. */
	boolean isOpaque() { return isArea() && !object.appearance().seeThrough(); }

	boolean isDrawnByImageJ() { return drawnByImageJ; }

	/** Whether ImageJ draws it better than lines could: texts, and arrows with their heads. */
	static boolean isDrawnByImageJ(Shape shape) {
		return shape instanceof TextShape || shape instanceof ArrowShape;
	}

	/** Lines as x0 y0 x1 y1 … in image pixels; not to be changed. */
	synchronized List<double[]> outlines() {
		if (outlines == null) outlines = Outlines.of(object.shape());
		return outlines;
	}

	/** All lines as one path, filled by the even-odd rule; not to be changed. */
	synchronized Path2D.Double path() {
		if (path == null) {
			path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
			for (double[] xy : outlines()) {
				path.moveTo(xy[0], xy[1]);
				for (int i = 2; i < xy.length; i += 2)
					path.lineTo(xy[i], xy[i + 1]);
				if (isArea()) path.closePath();
			}
		}
		return path;
	}

	/** The area that it covers, to be cut out of what lies behind. */
	synchronized Area area() {
		if (area == null) area = new Area(path());
		return area;
	}

	synchronized Roi roi() {
		if (roi == null) {
			roi = RoiShapes.roiOf(object.shape());
			style.applyTo(roi);
		}
		return roi;
	}
}
