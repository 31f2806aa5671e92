package org.annotomy.ui.dialog;

import java.awt.EventQueue;
import java.awt.event.HierarchyEvent;

import javax.swing.JComponent;

/** Puts the cursor into a field of a question when that comes onto the screen; without it, the button OK has the focus. */
public final class FirstFocus {

	private FirstFocus() {}

	public static void on(JComponent field) {
		field.addHierarchyListener(e -> {
			boolean shown = (e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && field.isShowing();
			if (shown) EventQueue.invokeLater(field::requestFocusInWindow);
		});
	}
}
