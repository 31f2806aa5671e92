package org.annotomy.ui.tool;

import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.LockedException;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.imagej.RoiObjects;
import org.annotomy.imagej.StackLayout;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.edit.DeskEdits;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RoiListener;

/** Editing the outline of one object with ImageJ's own handles: the object becomes the selection, and Enter makes the selection the object. */
public final class OutlineEditing implements RoiListener {

	private static final String PROPERTY = "org.annotomy.editing";

	private final AnnotationSession session;
	private UUID edited;

	public OutlineEditing(AnnotationSession session) {
		this.session = session;
	}

	/** The editing of an image on the desk. */
	public static Optional<OutlineEditing> of(AnnotationSession session) {
		return session.image().getProperty(PROPERTY) instanceof OutlineEditing editing ? Optional.of(editing) : Optional.empty();
	}

	/** Makes it the one of its image. */
	public void attach() {
		session.image().setProperty(PROPERTY, this);
		Roi.addRoiListener(this);
	}

	public void detach() {
		session.image().setProperty(PROPERTY, null);
		Roi.removeRoiListener(this);
	}

	public boolean isActive() { return edited != null && session.image().getRoi() != null; }

	/** The object that is being edited: it is not drawn meanwhile. */
	public Optional<UUID> edited() {
		return Optional.ofNullable(edited);
	}

	/** @throws LockedException if the object is locked */
	public void begin(AnnotationObject object) {
		if (object.locked()) throw new LockedException("This object is locked. Unlock it first.");
		session.show(object);
		Roi roi = RoiObjects.roiOf(object, session.document().protocol(), StackLayout.of(session.image()));
		session.overlay().setFilter(shown -> !isActive() || !shown.id().equals(edited));
		session.image().setRoi(roi);
		edited = object.id();
	}

	/** A click beside the outline takes the selection away and so ends the edit; with Shift or Alt, ImageJ combines the old with the new. */
	@Override
	public void roiModified(ImagePlus image, int event) {
		boolean combines = IJ.shiftKeyDown() || IJ.altKeyDown();
		if (image == session.image() && event == RoiListener.DELETED && !combines) edited = null;
	}

	/** Gives the object the outline that the selection has now. */
	public void apply() {
		UUID id = edited;
		if (id != null && session.image().getRoi() != null) new DeskEdits(session).reshape(id);
		drop();
	}

	/** Leaves the object as it was. */
	public void drop() {
		edited = null;
		session.overlay().setFilter(shown -> true);
		session.image().deleteRoi();
	}
}
