package org.annotomy.imagej.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.RoiStyle;
import org.annotomy.imagej.FileLayers;
import org.annotomy.imagej.overlay.ObjectCuts;
import org.annotomy.imagej.overlay.Outlines;
import org.annotomy.imagej.overlay.ToolPreview;
import org.annotomy.imagej.segment.PreviewPainter;
import org.annotomy.imagej.segment.SegmentPainter;

/** What is drawn on a view: the crosshair, and on all but the annotated image itself the segments and where the slice cuts objects. */
final class ViewLayer extends CanvasLayer {

	private static final Color[] AXIS_COLOURS = {new Color(0xff5a5a), new Color(0x5ae05a), new Color(0x5a9cff)};
	private static final int GAP_PX = 8;
	private static final int FILL_ALPHA = 60;

	private final transient SliceView view;
	private final transient Crosshair crosshair;
	private final transient SegmentPainter segments;
	private final transient PreviewPainter effects;
	private transient List<ObjectCuts.Cut> cuts;
	private transient int cutSlice = -1;
	private transient int cutTime = -1;

	/** @param segments null if somebody else draws the segments */
	ViewLayer(SliceView view, Crosshair crosshair, SegmentPainter segments) {
		super(view, "Annotomy view");
		this.view = view;
		this.crosshair = crosshair;
		this.segments = segments;
		effects = new PreviewPainter(view.session().overlay().effects(), view.plane().size());
	}

	/** Objects have changed. */
	void forgetCuts() {
		cuts = null;
	}

	@Override
	protected void paint(Graphics2D g, AffineTransform toCanvas) {
		if (segments != null) {
			AffineTransform fromSlice = new AffineTransform(toCanvas);
			fromSlice.concatenate(view.plane().toPixels());
			paintFileLayers(g, fromSlice);
			segments.paint(g, view.across(), view.slice(), view.session().plane().t(), fromSlice);
			effects.paint(g, view.across(), view.slice(), fromSlice);
			paintCuts(g, fromSlice);
		}
		if (crosshair.isVisible()) paintCrosshair(g, toCanvas);
		ToolPreview preview = view.preview();
		if (preview == null) return;
		g.transform(toCanvas);
		preview.paint(g, toCanvas.getScaleX());
	}

	/** What the file, or a presentation state, shows over the same slice. */
	private void paintFileLayers(Graphics2D g, AffineTransform fromSlice) {
		if (view.across() != Axis.Z || view.slice() != view.session().plane().z()) return;
		FileLayers.of(view.session().image()).ifPresent(layers -> {
			Graphics2D on = (Graphics2D) g.create();
			on.transform(fromSlice);
			layers.paint(on, Math.sqrt(Math.abs(fromSlice.getDeterminant())));
			on.dispose();
		});
	}

	private void paintCuts(Graphics2D g, AffineTransform fromSlice) {
		int time = view.session().plane().t();
		if (view.across() == Axis.Z) {
			paintObjects(g, fromSlice, time);
			return;
		}
		if (cuts == null || cutSlice != view.slice() || cutTime != time) {
			cutSlice = view.slice();
			cutTime = time;
			cuts = ObjectCuts.of(view.session().document(), view.across(), cutSlice, cutTime);
		}
		g.setStroke(new BasicStroke(1));
		for (ObjectCuts.Cut cut : cuts) {
			Shape part = fromSlice.createTransformedShape(
					new Rectangle2D.Double(cut.from(), cut.row(), cut.to() - cut.from(), cut.endRow() - cut.row()));
			Color c = cut.color() == null ? Color.YELLOW : cut.color();
			g.setColor(new Color(c.getRed(), c.getGreen(), c.getBlue(), FILL_ALPHA));
			g.fill(part);
			g.setColor(c);
			g.draw(part);
		}
	}

	/** On slices across z objects are seen as they were drawn. */
	private void paintObjects(Graphics2D g, AffineTransform fromSlice, int time) {
		g.setStroke(new BasicStroke(1.5f));
		for (AnnotationObject object : view.session().document().objects()) {
			if (!object.appearance().visible() || !object.reaches(view.slice(), time)) continue;
			Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
			for (double[] outline : Outlines.of(object.shape())) {
				path.moveTo(outline[0], outline[1]);
				for (int i = 2; i < outline.length; i += 2)
					path.lineTo(outline[i], outline[i + 1]);
				if (object.shape().isArea()) path.closePath();
			}
			Color stroke = RoiStyle.of(object, view.session().document().protocol()).stroke();
			g.setColor(stroke == null ? Color.YELLOW : stroke);
			g.draw(fromSlice.createTransformedShape(path));
		}
	}

	/** Two lines in the colours of the views that they stand for, with a gap around the voxel. */
	private void paintCrosshair(Graphics2D g, AffineTransform toCanvas) {
		Point at = view.plane().pixelOf(crosshair.voxel());
		double[] xy = {at.x(), at.y(), 0, 0, view.image().getWidth(), view.image().getHeight()};
		toCanvas.transform(xy, 0, xy, 0, 3);
		Axis column = view.across() == Axis.X ? Axis.Y : Axis.X;
		Axis row = view.across() == Axis.Z ? Axis.Y : Axis.Z;
		boolean turned = view.plane().transposed();
		g.setStroke(new BasicStroke(1));
		g.setColor(AXIS_COLOURS[(turned ? row : column).ordinal()]);
		g.draw(new Line2D.Double(xy[0], xy[3], xy[0], xy[1] - GAP_PX));
		g.draw(new Line2D.Double(xy[0], xy[1] + GAP_PX, xy[0], xy[5]));
		g.setColor(AXIS_COLOURS[(turned ? column : row).ordinal()]);
		g.draw(new Line2D.Double(xy[2], xy[1], xy[0] - GAP_PX, xy[1]));
		g.draw(new Line2D.Double(xy[0] + GAP_PX, xy[1], xy[4], xy[1]));
	}
}
