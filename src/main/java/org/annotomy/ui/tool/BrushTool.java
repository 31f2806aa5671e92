package org.annotomy.ui.tool;

import java.awt.Color;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.StackLayout;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.OutlineEdits;
import org.annotomy.segmentation.outline.OutlineAlgebra;
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
		PolygonShape stroke = stroke(image.getCanvas());
		image.deleteRoi();
		path.clear();
		NoticeBoard.find().guard(() -> finish(stroke, event));
	}

	private void extend(ImageCanvas canvas, MouseEvent event) {
		path.add(new Point(canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY())));
		Roi preview = RoiShapes.roiOf(stroke(canvas));
		preview.setStrokeColor(Color.WHITE);
		session.image().setRoi(preview, true);
	}

	private PolygonShape stroke(ImageCanvas canvas) {
		return OutlineEdits.stroke(Vertices.of(path), BrushSize.imagePx(canvas.getMagnification()));
	}

	private void finish(PolygonShape stroke, MouseEvent event) {
		OutlineEdits.Brush how = event.isAltDown() ? OutlineEdits.Brush.SUBTRACT : mode;
		boolean avoid = event.isControlDown() && event.isShiftDown();
		Optional<UUID> target = target(stroke, event.isShiftDown() || how == OutlineEdits.Brush.SUBTRACT);
		OutlineEdits edits = new OutlineEdits(session);
		if (target.isPresent()) edits.brush(target.get(), stroke, how, avoid);
		else
			if (how == OutlineEdits.Brush.SUBTRACT)
				throw new IllegalArgumentException("There is nothing to erase: select an area first.");
			else
				addNew(edits, stroke, avoid);
	}

	private void addNew(OutlineEdits edits, PolygonShape stroke, boolean avoid) {
		Plane plane = StackLayout.currentPlane(session.image());
		PolygonShape free = edits.clear(stroke, plane, null, avoid)
				.orElseThrow(() -> new IllegalArgumentException("The stroke lies wholly on other areas; nothing was added."));
		new Marking(session).mark(free, plane, null, null, null, Map.of());
	}

	/** The selected area of this plane, if the stroke begins in it or is to go on with it from anywhere. */
	private Optional<UUID> target(PolygonShape stroke, boolean anywhere) {
		Plane plane = StackLayout.currentPlane(session.image());
		return session.selection().ids().stream().flatMap(id -> session.document().object(id).stream())
				.filter(o -> o.shape().isArea() && o.reaches(plane.z(), plane.t()))
				.filter(o -> anywhere || OutlineAlgebra.overlap(o.shape(), stroke)).map(AnnotationObject::id).findFirst();
	}
}
