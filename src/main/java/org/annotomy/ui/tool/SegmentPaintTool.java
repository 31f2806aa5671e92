package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
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
		dialog.showDialog();
		if (dialog.wasCanceled()) return;
		SegmentBrush.setInMm(dialog.getNextBoolean());
		SegmentBrush.setBall(dialog.getNextBoolean());
		double diameter = dialog.getNextNumber();
		if (diameter > 0) SegmentBrush.setDiameter(diameter);
	}

	@Override
	public void mouseMoved(ImagePlus image, MouseEvent event) {
		Optional<SegmentTarget> hovered = SegmentTarget.ofView(image);
		if (hovered.isEmpty()) return;
		target = hovered.get();
		view = SliceView.of(image).orElseThrow();
		preview(List.of(point(image.getCanvas(), event)), event, false);
		target = null;
	}

	@Override
	public void mouseExited(ImagePlus image, MouseEvent event) {
		if (path.isEmpty()) SliceView.of(image).ifPresent(left -> left.setPreview(null));
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
		SegmentPainting.Stroke stroke = new SegmentPainting.Stroke(view.across(), view.slice(),
				Vertices.of(path.stream().map(view::slicePoint).toList()), radiusMm(image.getCanvas()), isBall(event),
				erases(event));
		SegmentTarget painted = target;
		target = null;
		path.clear();
		painted.make(() -> new SegmentGestures(painted.session()).paint(painted.segment().id(), stroke));
		view.setPreview(null);
	}

	private void extend(ImageCanvas canvas, MouseEvent event) {
		path.add(point(canvas, event));
		preview(List.copyOf(path), event, true);
	}

	private void preview(List<Point> way, MouseEvent event, boolean painting) {
		view.setPreview(
				new StrokePreview(way, radiusMm(view.image().getCanvas()), view.pixelSpacing(), target.colour(erases(event)),
						painting, isBall(event)));
	}

	private double radiusMm(ImageCanvas canvas) {
		return SegmentBrush.radiusMm(canvas.getMagnification(), view.pixelSpacing());
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
