package org.annotomy.ui.panel;

import javax.swing.JComponent;

import org.annotomy.imagej.session.AnnotationSession;

/** A part of the panel. All methods are called on the event dispatch thread. */
abstract class PanelSection {

	/** The session on display; null if no annotated image is active. */
	AnnotationSession session;

	abstract JComponent component();

	/** From now on shows this session; null if no annotated image is active. */
	void show(AnnotationSession shown) {
		session = shown;
		refresh();
	}

	/** Something of the session has changed. */
	abstract void refresh();
}
