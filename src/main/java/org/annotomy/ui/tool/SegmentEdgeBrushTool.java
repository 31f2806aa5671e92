package org.annotomy.ui.tool;

import java.awt.Color;
import java.awt.event.MouseEvent;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.imagej.overlay.ToolPreview;
import org.annotomy.imagej.session.EdgePainting;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.task.Progress;
import org.annotomy.ui.edit.SegmentGestures;

import ij.gui.GenericDialog;

/** Paints like {@link SegmentPaintTool} but stops at edges of the image; shows what it takes before the button is pressed. */
public final class SegmentEdgeBrushTool extends SegmentPaintTool {

	/** No brush smooths by more than this part of its radius: on a slide millimetres are large. */
	private static final double SMOOTHED_PART = 4;

	private final LatestWork work = new LatestWork();

	@Override
	public String getToolName() {
		return "Annotomy Segment Edge Brush Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5V1199C037O1199Cf80La0a3La363L636fL6faf";
	}

	@Override
	void addOptions(GenericDialog dialog) {
		dialog.addNumericField("Granularity (0 each edge, 1 none)", EdgeBrushSettings.granularity(), 2);
		dialog.addNumericField("Smoothing", EdgeBrushSettings.smoothingMm(), 1, 6, "mm");
	}

	@Override
	void readOptions(GenericDialog dialog) {
		EdgeBrushSettings.setGranularity(dialog.getNextNumber());
		EdgeBrushSettings.setSmoothingMm(dialog.getNextNumber());
	}

	@Override
	void preview(SegmentTarget target, SliceView view, List<Point> way, MouseEvent event, boolean painting) {
		StrokePreview rim = rim(target, view, way, event, false);
		ImageVolume volume = view.session().segments().volume();
		EdgePainting.Stroke stroke = along(stroke(view, way, event));
		int slice = view.slice();
		Color colour = target.colour(stroke.stroke().erases());
		work.request(() -> {
			OutlinePreview taken = new OutlinePreview(view.outline(stroke.mask(volume, Progress.NONE), slice), colour);
			return () -> view.setPreview(ToolPreview.both(taken, rim));
		});
	}

	@Override
	void hide(SliceView view) {
		work.forget();
		super.hide(view);
	}

	@Override
	void make(SegmentTarget target, SegmentPainting.Stroke stroke) {
		new SegmentGestures(target.session()).paintAlongEdgesSlowly(target.segment().id(), along(stroke), target.slowly());
	}

	private static EdgePainting.Stroke along(SegmentPainting.Stroke stroke) {
		double smoothing = Math.min(EdgeBrushSettings.smoothingMm(), Rounded.of(stroke.radiusMm() / SMOOTHED_PART));
		return new EdgePainting.Stroke(stroke, EdgeBrushSettings.granularity(), smoothing);
	}
}
