package org.annotomy.ui.tool;

import java.awt.Color;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.OutlineEdits;
import org.annotomy.imagej.session.Painting;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.notice.Notices;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.plugin.tool.PlugInTool;

/**
 * Paints areas. Starting inside the selected object extends it, starting elsewhere makes a new one of the current class. Shift goes on with
 * the selected object from anywhere, Alt takes away, Control+Shift keeps off all other areas. The size follows the screen; brackets
 * change it.
 */
public class BrushTool extends PlugInTool {

	private final OutlineEdits.Brush mode;
	private final List<Point> path = new ArrayList<>();
	private AnnotationSession session;

	/** The brush that adds. */
	public BrushTool() {
		this(OutlineEdits.Brush.ADD);
	}

	BrushTool(OutlineEdits.Brush mode) {
		this.mode = mode;
	}

	/** Whether it takes away without a modifier. */
	final boolean erases() {
		return mode == OutlineEdits.Brush.SUBTRACT;
	}

	@Override
	public String getToolName() {
		return "Annotomy Brush Tool";
	}

	@Override
	public String getToolIcon() {
		return "C037O11ccC25fV33bb";
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		path.clear();
		session = AnnotationSession.of(image).orElse(null);
		Notices notices = NoticeBoard.find();
		if (session == null) notices.tell("The brush needs an annotated image. Use Annotate Image... first.", true);
		else extend(image.getCanvas(), event);
		event.consume();
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		if (session != null) extend(image.getCanvas(), event);
		event.consume();
	}

	@Override
	public void mouseReleased(ImagePlus image, MouseEvent event) {
		event.consume();
		if (session == null || path.isEmpty()) return;
		Painting.Stroke stroke = stroke(image.getCanvas(), event);
		image.deleteRoi();
		path.clear();
		NoticeBoard.find().guard(() -> paint(stroke, event.isShiftDown()));
	}

	private void extend(ImageCanvas canvas, MouseEvent event) {
		path.add(new Point(canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY())));
		Roi preview = RoiShapes.roiOf(stroke(canvas, event).area());
		preview.setStrokeColor(Color.WHITE);
		session.image().setRoi(preview, true);
	}

	private Painting.Stroke stroke(ImageCanvas canvas, MouseEvent event) {
		OutlineEdits.Brush effect = event.isAltDown() ? OutlineEdits.Brush.SUBTRACT : mode;
		boolean avoid = event.isControlDown() && event.isShiftDown();
		return new Painting.Stroke(Vertices.of(path), BrushSize.imagePx(canvas.getMagnification()), effect, avoid);
	}

	/** Goes on with the selected area if the stroke begins in it, or anywhere with Shift and when it takes away. */
	private void paint(Painting.Stroke stroke, boolean anywhere) {
		DeskEdits edits = new DeskEdits(session);
		boolean erases = stroke.effect() == OutlineEdits.Brush.SUBTRACT;
		edits.paint(stroke, new Painting(session).target(edits.selected(), stroke, anywhere || erases));
	}
}
