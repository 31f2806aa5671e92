package org.annotomy.ui.tool;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.menu.ObjectMenu;
import org.annotomy.ui.notice.NoticeBoard;

import ij.gui.ImageCanvas;

/** The right mouse button on an object selects it and opens its menu, whatever the tool. Elsewhere ImageJ's own menu opens. */
public final class ObjectPopup extends MouseAdapter {

	private final AnnotationSession session;
	private final ImageCanvas canvas;

	/** @param session of an image with a window */
	public ObjectPopup(AnnotationSession session) {
		this.session = session;
		canvas = session.image().getCanvas();
	}

	/** Puts itself before the canvas's own listener, which would open ImageJ's menu. */
	public void attach() {
		MouseListener[] others = canvas.getMouseListeners();
		for (MouseListener other : others)
			canvas.removeMouseListener(other);
		canvas.addMouseListener(this);
		for (MouseListener other : others)
			canvas.addMouseListener(other);
	}

	public void detach() {
		canvas.removeMouseListener(this);
		canvas.disablePopupMenu(false);
	}

	@Override
	public void mousePressed(MouseEvent event) {
		if (!isRight(event)) return;
		Optional<AnnotationObject> hit = Hits.topmost(session, canvas, event);
		canvas.disablePopupMenu(hit.isPresent());
		hit.ifPresent(this::select);
		open(event, hit.isPresent());
	}

	@Override
	public void mouseReleased(MouseEvent event) {
		if (!isRight(event)) return;
		open(event, Hits.topmost(session, canvas, event).isPresent());
		canvas.disablePopupMenu(false);
	}

	private void open(MouseEvent event, boolean onObject) {
		if (!onObject || !event.isPopupTrigger()) return;
		ObjectMenu.of(session, NoticeBoard.find(), this::edit).show(canvas, event.getX(), event.getY());
	}

	private void select(AnnotationObject object) {
		if (!session.selection().contains(object.id())) session.selection().set(List.of(object.id()));
	}

	private void edit(AnnotationObject object) {
		OutlineEditing.of(session).ifPresent(editing -> editing.begin(object));
	}

	private static boolean isRight(MouseEvent event) {
		return event.isPopupTrigger() || event.getButton() == MouseEvent.BUTTON3;
	}
}
