package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.session.SegmentPainting;
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
	private VoxelSpacing spacing;
	private int slice;

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
		dialog.showDialog();
		if (dialog.wasCanceled()) return;
		SegmentBrush.setInMm(dialog.getNextBoolean());
		SegmentBrush.setBall(dialog.getNextBoolean());
		double diameter = dialog.getNextNumber();
		if (diameter > 0) SegmentBrush.setDiameter(diameter);
	}

	@Override
	public void mouseMoved(ImagePlus image, MouseEvent event) {
		Optional<SegmentTarget> hovered = SegmentTarget.of(image);
		if (hovered.isEmpty()) return;
		target = hovered.get();
		spacing = target.session().segments().volume().spacing();
		preview(List.of(point(image.getCanvas(), event)), event, false);
		target = null;
	}

	@Override
	public void mouseExited(ImagePlus image, MouseEvent event) {
		if (path.isEmpty()) SegmentTarget.of(image).ifPresent(t -> t.session().overlay().setPreview(null));
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		path.clear();
		target = SegmentTarget.orTell(image).orElse(null);
		event.consume();
		if (target == null) return;
		spacing = target.session().segments().volume().spacing();
		slice = target.session().plane().z();
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
		SegmentPainting.Stroke stroke = new SegmentPainting.Stroke(Axis.Z, slice, Vertices.of(path),
				radiusMm(image.getCanvas()), isBall(event), erases(event));
		SegmentTarget painted = target;
		target = null;
		path.clear();
		painted.make(() -> new SegmentGestures(painted.session()).paint(painted.segment().id(), stroke));
		painted.session().overlay().setPreview(null);
	}

	private void extend(ImageCanvas canvas, MouseEvent event) {
		path.add(point(canvas, event));
		preview(List.copyOf(path), event, true);
	}

	private void preview(List<Point> way, MouseEvent event, boolean painting) {
		ImageCanvas canvas = target.session().image().getCanvas();
		target.session().overlay().setPreview(new StrokePreview(way, radiusMm(canvas), spacing, target.colour(erases(event)),
				painting, isBall(event)));
	}

	private double radiusMm(ImageCanvas canvas) {
		return SegmentBrush.radiusMm(canvas.getMagnification(), spacing);
	}

	private boolean erases(MouseEvent event) {
		return erasing != event.isAltDown();
	}

	private static boolean isBall(MouseEvent event) {
		return SegmentBrush.isBall() != event.isShiftDown();
	}

	private static Point point(ImageCanvas canvas, MouseEvent event) {
		return new Point(canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY()));
	}
}
