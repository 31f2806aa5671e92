package org.annotomy.ui.tool;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.overlay.ToolPreview;
import org.annotomy.imagej.session.AnnotationSession;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;

/**
 * Where the objects that are dragged would come to lie.
 *
 * @param outlines in pixels of the image
 */
record MovePreview(List<Shape> outlines) implements ToolPreview {

	/** The selected objects on the slice on screen that can be moved, shifted by pixels of the image. */
	static MovePreview of(AnnotationSession session, double dx, double dy) {
		AffineTransform shift = AffineTransform.getTranslateInstance(dx, dy);
		return new MovePreview(session.document().objects().stream()
				.filter(o -> session.selection().contains(o.id()) && !o.locked() && o.plane().equals(session.plane()))
				.map(o -> shift.createTransformedShape(outline(RoiShapes.roiOf(o.shape())))).toList());
	}

	private static Shape outline(Roi roi) {
		if (roi instanceof ShapeRoi composite)
			return AffineTransform.getTranslateInstance(roi.getXBase(), roi.getYBase())
					.createTransformedShape(composite.getShape());
		FloatPolygon corners = roi.getFloatPolygon();
		Path2D path = new Path2D.Double();
		for (int i = 0; i < corners.npoints; i++)
			if (i == 0) path.moveTo(corners.xpoints[i], corners.ypoints[i]);
			else path.lineTo(corners.xpoints[i], corners.ypoints[i]);
		if (roi.isArea() && corners.npoints > 0) path.closePath();
		return path;
	}

	@Override
	public void paint(Graphics2D g, double magnification) {
		float dash = (float) (4 / magnification);
		g.setColor(Color.WHITE);
		g.setStroke(
				new BasicStroke((float) (1.2 / magnification), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{dash},
						0));
		outlines.forEach(g::draw);
	}
}
