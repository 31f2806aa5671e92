package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.ui.edit.SegmentGestures;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.plugin.tool.PlugInTool;

/**
 * Draws an outline and fills it into the current segment: by dragging, or corner by corner with clicks and a double click at the end. Alt
 * cuts out instead of filling, Control takes what lies outside, Shift goes through all slices. Each outline is one edit.
 */
public class SegmentDrawTool extends PlugInTool {

	private static final double CLICK_PX = 3;

	private final boolean scissors;
	private final List<Point> corners = new ArrayList<>();
	private SegmentTarget target;
	private int slice;
	private boolean dragged;

	/** The tool that fills. */
	public SegmentDrawTool() {
		this(false);
	}

	/** @param scissors cuts out, and through all slices, unless a modifier says otherwise */
	SegmentDrawTool(boolean scissors) {
		this.scissors = scissors;
	}

	/** Whether it cuts out without a modifier. */
	final boolean cuts() {
		return scissors;
	}

	@Override
	public String getToolName() {
		return "Annotomy Segment Draw Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5V4488C037L1bb1Lb1ffLff3fL3f1b";
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		event.consume();
		Optional<SegmentTarget> found = SegmentTarget.orTell(image);
		boolean elsewhere = found.isEmpty() || target != null && (target.session() != found.get().session()
				|| slice != target.session().plane().z());
		if (elsewhere) drop();
		target = found.orElse(null);
		if (target == null) return;
		slice = target.session().plane().z();
		dragged = false;
		add(image.getCanvas(), event);
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		event.consume();
		if (target == null) return;
		Point last = corners.get(corners.size() - 1);
		Point now = point(image.getCanvas(), event);
		double moved = Math.hypot(now.x() - last.x(), now.y() - last.y()) * image.getCanvas().getMagnification();
		if (!dragged && moved < CLICK_PX) return;
		dragged = true;
		add(image.getCanvas(), event);
	}

	@Override
	public void mouseMoved(ImagePlus image, MouseEvent event) {
		if (target == null || corners.isEmpty() || target.session().image() != image) return;
		List<Point> shown = new ArrayList<>(corners);
		shown.add(point(image.getCanvas(), event));
		target.session().overlay().setPreview(new OutlinePreview(shown, target.colour(cutsOut(event))));
	}

	@Override
	public void mouseReleased(ImagePlus image, MouseEvent event) {
		event.consume();
		if (target == null) return;
		boolean alone = corners.size() < 3;
		boolean finished = dragged ? !alone : event.getClickCount() >= 2;
		if (!finished) return;
		SegmentTarget drawn = target;
		List<Point> outline = List.copyOf(corners);
		drop();
		if (outline.stream().distinct().count() >= 3) fill(drawn, outline, event);
	}

	private void fill(SegmentTarget drawn, List<Point> outline, MouseEvent event) {
		ImagePlus image = drawn.session().image();
		Roi before = image.getRoi();
		PolygonShape area = new PolygonShape(List.of(new Ring(Vertices.of(outline), List.of())), Origin.FREEHAND);
		image.setRoi(RoiShapes.roiOf(area));
		boolean through = scissors != event.isShiftDown();
		SegmentPainting.Fill fill = new SegmentPainting.Fill(cutsOut(event), event.isControlDown(), Axis.Z, through ? 0 : slice,
				through ? image.getNSlices() - 1 : slice);
		drawn.make(() -> new SegmentGestures(drawn.session()).fill(drawn.segment().id(), fill));
		if (before == null) image.deleteRoi();
		else image.setRoi(before);
	}

	/** Forgets an outline that is not finished. */
	private void drop() {
		if (target != null) target.session().overlay().setPreview(null);
		corners.clear();
		target = null;
	}

	private void add(ImageCanvas canvas, MouseEvent event) {
		corners.add(point(canvas, event));
		target.session().overlay().setPreview(new OutlinePreview(List.copyOf(corners), target.colour(cutsOut(event))));
	}

	private boolean cutsOut(MouseEvent event) {
		return scissors != event.isAltDown();
	}

	private static Point point(ImageCanvas canvas, MouseEvent event) {
		return new Point(canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY()));
	}
}
