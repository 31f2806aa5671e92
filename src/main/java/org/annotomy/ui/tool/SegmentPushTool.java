package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.imagej.session.EdgePainting;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.segmentation.paint.PushBrush;
import org.annotomy.ui.edit.SegmentGestures;

/**
 * Pushes the border of the current segment: outwards if the button is pressed inside it, inwards if outside. The brush shrinks until it only
 * just fits where it begins. Otherwise as {@link SegmentPaintTool}.
 */
public final class SegmentPushTool extends SegmentPaintTool {

	private PushBrush.Start start;

	@Override
	public String getToolName() {
		return "Annotomy Segment Push Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5V0088C037O0088L8cfcLfcdaLfcde";
	}

	@Override
	void preview(SegmentTarget target, SliceView view, List<Point> way, MouseEvent event, boolean painting) {
		if (way.size() == 1)
			start = new EdgePainting(target.session()).beginPush(target.segment().id(), stroke(view, way, event));
		StrokePreview rim = rim(target, view, way, event, painting);
		view.setPreview(new StrokePreview(way, start.radiusMm(), rim.spacing(), target.colour(start.inwards()), painting,
				rim.ball()));
	}

	@Override
	void make(SegmentTarget target, SegmentPainting.Stroke stroke) {
		target.make(() -> new SegmentGestures(target.session()).push(target.segment().id(), stroke));
	}
}
