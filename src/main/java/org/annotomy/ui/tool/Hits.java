package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.Optional;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.imagej.StackLayout;
import org.annotomy.imagej.session.AnnotationSession;

import ij.gui.ImageCanvas;

/** Which object lies under the mouse. */
final class Hits {

	private static final double TOLERANCE_SCREEN_PX = 5;

	private Hits() {}

	static Optional<AnnotationObject> topmost(AnnotationSession session, ImageCanvas canvas, MouseEvent event) {
		double x = canvas.offScreenXD(event.getX());
		double y = canvas.offScreenYD(event.getY());
		return session.overlay()
				.objectsAt(x, y, TOLERANCE_SCREEN_PX / canvas.getMagnification(), StackLayout.currentPlane(session.image()))
				.stream()
				.findFirst();
	}
}
