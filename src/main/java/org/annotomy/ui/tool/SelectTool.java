package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.notice.NoticeBoard;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.plugin.tool.PlugInTool;

/** Selects objects by clicking, Shift adds to the selection; dragging moves them; a double click edits the outline. */
public final class SelectTool extends PlugInTool {

	/** Pixels of the screen that a hand may tremble during a click. */
	private static final int TREMOR = 2;

	private double pressedX;
	private double pressedY;
	private int screenX;
	private int screenY;
	private boolean grabbed;
	private boolean dragged;
	private AnnotationObject toEdit;

	@Override
	public String getToolName() {
		return "Annotomy Select Tool";
	}

	@Override
	public String getToolIcon() {
		return "C037F2244Fa244F2a44Faa44C25fL4444L44c4L4c44Lcc4cLccc4";
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		dragged = false;
		grabbed = false;
		toEdit = null;
		AnnotationSession session = AnnotationSession.of(image).orElse(null);
		if (session == null || event.isPopupTrigger() || event.getButton() != MouseEvent.BUTTON1) return;
		ImageCanvas canvas = image.getCanvas();
		screenX = event.getX();
		screenY = event.getY();
		pressedX = canvas.offScreenXD(event.getX());
		pressedY = canvas.offScreenYD(event.getY());
		Optional<AnnotationObject> hit = Hits.topmost(session, canvas, event);
		select(session, hit, event.isShiftDown());
		grabbed = hit.map(object -> session.selection().contains(object.id())).orElse(false);
		if (event.getClickCount() == 2) toEdit = hit.orElse(null);
		event.consume();
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		event.consume();
		dragged |= Math.max(Math.abs(event.getX() - screenX), Math.abs(event.getY() - screenY)) > TREMOR;
		if (!dragged || !grabbed) return;
		AnnotationSession.of(image).ifPresent(session -> session.overlay()
				.setPreview(MovePreview.of(session, dx(image, event), dy(image, event))));
	}

	@Override
	public void mouseReleased(ImagePlus image, MouseEvent event) {
		event.consume();
		AnnotationSession session = AnnotationSession.of(image).orElse(null);
		if (session == null) return;
		if (!dragged && toEdit != null) edit(session, toEdit);
		if (!dragged || !grabbed) return;
		session.overlay().setPreview(null);
		double dx = dx(image, event);
		double dy = dy(image, event);
		NoticeBoard.find().guard(() -> move(new DeskEdits(session), dx, dy));
	}

	private double dx(ImagePlus image, MouseEvent event) {
		return image.getCanvas().offScreenXD(event.getX()) - pressedX;
	}

	private double dy(ImagePlus image, MouseEvent event) {
		return image.getCanvas().offScreenYD(event.getY()) - pressedY;
	}

	private static void move(DeskEdits edits, double dx, double dy) {
		edits.move(edits.selected(), dx, dy);
	}

	private static void select(AnnotationSession session, Optional<AnnotationObject> hit, boolean more) {
		if (hit.isEmpty()) {
			if (!more) session.selection().clear();
			return;
		}
		UUID id = hit.get().id();
		if (more) session.selection().toggle(id);
		else if (!session.selection().contains(id)) session.selection().set(List.of(id));
	}

	private static void edit(AnnotationSession session, AnnotationObject object) {
		NoticeBoard.find().guard(() -> OutlineEditing.of(session).ifPresent(editing -> editing.begin(object)));
	}
}
