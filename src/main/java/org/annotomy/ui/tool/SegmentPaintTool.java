package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Point;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.ui.edit.SegmentGestures;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.ImageCanvas;
import ij.plugin.tool.PlugInTool;

/**
 * Paints into the current segment with a round brush: a disc on the slice, or a ball through slices. Alt takes away, Shift makes the disc a
 * ball and the ball a disc. The stroke is one edit, made when the button is let go. Brackets change the size; a double click on the tool
 * asks for it.
 */
public class SegmentPaintTool extends PlugInTool {

	private final boolean erasing;
	private final List<Point> path = new ArrayList<>();
	private SegmentTarget target;
	private SliceView view;

	/** The brush that adds. */
	public SegmentPaintTool() {
		this(false);
	}

	SegmentPaintTool(boolean erasing) {
		this.erasing = erasing;
	}

	/** Whether it takes away without a modifier. */
	final boolean erases() {
		return erasing;
	}

	@Override
	public String getToolName() {
		return "Annotomy Segment Paint Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5V1199C037O1199C0a5V7777";
	}

	@Override
	public void showOptionsDialog() {
		GenericDialog dialog = new GenericDialog("Segment Brush");
		dialog.addNumericField("Diameter", SegmentBrush.diameter(), 1);
		dialog.addCheckbox("In millimetres (else in pixels of the screen)", SegmentBrush.isInMm());
		dialog.addCheckbox("Ball (else a disc on one slice)", SegmentBrush.isBall());
		addOptions(dialog);
		dialog.showDialog();
		if (dialog.wasCanceled()) return;
		SegmentBrush.setInMm(dialog.getNextBoolean());
		SegmentBrush.setBall(dialog.getNextBoolean());
		double diameter = dialog.getNextNumber();
		if (diameter > 0) SegmentBrush.setDiameter(diameter);
		readOptions(dialog);
	}

	/** Fields for what else can be set. */
	void addOptions(GenericDialog dialog) {}

	/** Takes over what {@link #addOptions} has asked. */
	void readOptions(GenericDialog dialog) {}

	@Override
	public void mouseMoved(ImagePlus image, MouseEvent event) {
		Optional<SegmentTarget> hovered = SegmentTarget.ofView(image);
		if (hovered.isEmpty()) return;
		target = hovered.get();
		view = SliceView.of(image).orElseThrow();
		preview(target, view, List.of(OutlineTool.point(image.getCanvas(), event)), event, false);
		target = null;
	}

	@Override
	public void mouseExited(ImagePlus image, MouseEvent event) {
		if (path.isEmpty()) SliceView.of(image).ifPresent(this::hide);
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		path.clear();
		target = SegmentTarget.ofViewOrTell(image).orElse(null);
		event.consume();
		if (target == null) return;
		view = SliceView.of(image).orElseThrow();
		extend(image.getCanvas(), event);
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		if (target != null) extend(image.getCanvas(), event);
		event.consume();
	}

	@Override
	public void mouseReleased(ImagePlus image, MouseEvent event) {
		event.consume();
		if (target == null || path.isEmpty()) return;
		SegmentPainting.Stroke stroke = stroke(view, path, event);
		SegmentTarget painted = target;
		target = null;
		path.clear();
		make(painted, stroke);
		hide(view);
	}

	private void extend(ImageCanvas canvas, MouseEvent event) {
		path.add(OutlineTool.point(canvas, event));
		preview(target, view, List.copyOf(path), event, true);
	}

	/** Makes the stroke an edit. */
	void make(SegmentTarget painted, SegmentPainting.Stroke stroke) {
		painted.make(() -> new SegmentGestures(painted.session()).paint(painted.segment().id(), stroke));
	}

	/** Shows what the brush does. @param way in pixels of the view @param painting whether the button is held */
	void preview(SegmentTarget on, SliceView in, List<Point> way, MouseEvent event, boolean painting) {
		in.setPreview(rim(on, in, way, event, painting));
	}

	/** Shows nothing. */
	void hide(SliceView in) {
		in.setPreview(null);
	}

	final StrokePreview rim(SegmentTarget on, SliceView in, List<Point> way, MouseEvent event, boolean painting) {
		return new StrokePreview(way, radiusMm(in), in.pixelSpacing(), on.colour(erases(event)), painting, isBall(event));
	}

	/** @param way in pixels of the view */
	final SegmentPainting.Stroke stroke(SliceView in, List<Point> way, MouseEvent event) {
		return new SegmentPainting.Stroke(in.across(), in.slice(), in.slicePath(way), radiusMm(in), isBall(event), erases(event));
	}

	private static double radiusMm(SliceView in) {
		return SegmentBrush.radiusMm(in.image().getCanvas().getMagnification(), in.pixelSpacing());
	}

	private boolean erases(MouseEvent event) {
		return erasing != event.isAltDown();
	}

	private static boolean isBall(MouseEvent event) {
		return SegmentBrush.isBall() != event.isShiftDown();
	}
}
