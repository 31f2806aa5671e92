package org.annotomy.imagej;

import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Point;

import ij.gui.Line;
import ij.gui.Roi;

/**
 * ImageJ selections to shapes and back. Shapes live in the pixel-corner frame; ImageJ's area selections do too, its lines and points have
 * their integers at pixel centres and are moved by half a pixel (class comment of {@code ij.gui.Roi}).
 * <p>
 * A selection comes back from its shape with the same class, type and numbers; where ImageJ keeps 32-bit floats, with the same floats. Two
 * kinds are rebuilt rather than restored, with the same outline to about 1e-6 pixels: the vertices of an {@code EllipseRoi}, and the points of
 * a fitted spline (its knots are exact). Name, position, colours and properties are not part of a shape; see {@link RoiObjects}.
 */
public final class RoiShapes {

	/** Property of the overlay element through which a document is displayed; it is not itself a mark. */
	public static final String LAYER = "annotomy.layer";

	private RoiShapes() {}

	/**
	 * @param roi not changed
	 * @throws IllegalArgumentException if the selection holds pixels instead of an outline, or no outline at all; the message says which
	 */
	public static Shape shapeOf(Roi roi) {
		return new RoiReader(roi).shape();
	}

	/** A new selection without name, position, group, colours or image. */
	public static Roi roiOf(Shape shape) {
		return RoiWriter.roi(shape);
	}

	/**
	 * Long and short axis from two lines; the one that is longer in millimetres becomes the long axis.
	 *
	 * @param xSpacing distance between pixel columns, in any unit
	 * @param ySpacing distance between pixel rows, in the same unit
	 */
	public static BidirectionalShape bidirectional(Line first, Line second, double xSpacing, double ySpacing) {
		LineShape a = (LineShape) shapeOf(first);
		LineShape b = (LineShape) shapeOf(second);
		boolean inOrder = length(a, xSpacing, ySpacing) >= length(b, xSpacing, ySpacing);
		return inOrder ? new BidirectionalShape(a, b) : new BidirectionalShape(b, a);
	}

	private static double length(LineShape line, double xSpacing, double ySpacing) {
		Point from = line.from();
		Point to = line.to();
		return Math.hypot((to.x() - from.x()) * xSpacing, (to.y() - from.y()) * ySpacing);
	}
}
