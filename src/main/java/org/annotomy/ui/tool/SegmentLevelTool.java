package org.annotomy.ui.tool;

import java.awt.Color;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.session.EdgePainting;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.segmentation.edge.LevelTracing;
import org.annotomy.segmentation.edge.LevelTracing.Side;
import org.annotomy.segmentation.edge.SliceValues;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.ui.edit.SegmentGestures;

import ij.ImagePlus;
import ij.plugin.tool.PlugInTool;

/**
 * Level tracing: shows what the level line through the pixel under the mouse encloses, in any view; a click takes it into the current
 * segment, with Alt it is taken away. One edit.
 */
public final class SegmentLevelTool extends PlugInTool {

	private final LatestWork work = new LatestWork();
	private final SliceCache slices = new SliceCache();

	@Override
	public String getToolName() {
		return "Annotomy Segment Level Tracing Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5O22bbC037O4477C999O6633";
	}

	@Override
	public void mouseMoved(ImagePlus image, MouseEvent event) {
		Optional<SegmentTarget> target = SegmentTarget.ofView(image);
		if (target.isPresent()) show(target.get(), SliceView.of(image).orElseThrow(), place(image, event), event.isAltDown());
	}

	private void show(SegmentTarget target, SliceView view, Vertices place, boolean erases) {
		SliceCache.Slice slice = SliceCache.Slice.of(view);
		Color colour = target.colour(erases);
		Point at = place.get(0);
		work.request(() -> {
			SliceValues values = slices.values(slice);
			if (values.pixelAt(at.x(), at.y()) < 0) return () -> view.setPreview(null);
			byte[] inside = LevelTracing.at(values, at.x(), at.y(), Side.SMALLER, Progress.NONE);
			Mask mask = new Mask(Slices.box(slice.across(), slice.index(), slice.index(), slice.volume().size()), inside);
			OutlinePreview shown = new OutlinePreview(view.outline(mask, slice.index()), colour);
			return () -> view.setPreview(shown);
		});
	}

	@Override
	public void mouseExited(ImagePlus image, MouseEvent event) {
		work.forget();
		SliceView.of(image).ifPresent(left -> left.setPreview(null));
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		event.consume();
		SegmentTarget.ofViewOrTell(image).ifPresent(target -> {
			SliceView view = SliceView.of(image).orElseThrow();
			EdgePainting.Level level = new EdgePainting.Level(view.across(), view.slice(), place(image, event).get(0),
					Side.SMALLER,
					event.isAltDown());
			target.make(() -> new SegmentGestures(target.session()).trace(target.segment().id(), level));
		});
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		event.consume();
	}

	@Override
	public void mouseReleased(ImagePlus image, MouseEvent event) {
		event.consume();
	}

	private static Vertices place(ImagePlus image, MouseEvent event) {
		return SliceView.of(image).orElseThrow().slicePath(List.of(OutlineTool.point(image.getCanvas(), event)));
	}
}
