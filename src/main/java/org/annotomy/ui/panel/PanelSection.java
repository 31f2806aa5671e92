package org.annotomy.ui.panel;

import javax.swing.JComponent;

import org.annotomy.imagej.session.AnnotationSession;

/** A part of the panel. All methods are called on the event dispatch thread. */
interface PanelSection {

	JComponent component();

	/** From now on shows this session; null if no annotated image is active. */
	void show(AnnotationSession session);

	/** Something of the session has changed. */
	void refresh();
}
