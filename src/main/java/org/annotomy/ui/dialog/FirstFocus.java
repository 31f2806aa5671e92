package org.annotomy.ui.dialog;

import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.HierarchyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** Puts the cursor into a field of a question when that comes onto the screen; without it, the button OK has the focus. */
public final class FirstFocus {

	private FirstFocus() {}

	public static void on(JComponent field) {
		field.addHierarchyListener(e -> {
			boolean shown = (e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && field.isShowing();
			if (shown) whenFocused(field);
		});
	}

	/** Only then: as soon as its window has the focus, a question of Swing's own puts the cursor onto the button OK. */
	private static void whenFocused(JComponent field) {
		Window window = SwingUtilities.getWindowAncestor(field);
		if (window.isFocused()) {
			EventQueue.invokeLater(field::requestFocusInWindow);
			return;
		}
		window.addWindowFocusListener(new WindowAdapter() {
			@Override
			public void windowGainedFocus(WindowEvent e) {
				window.removeWindowFocusListener(this);
				EventQueue.invokeLater(field::requestFocusInWindow);
			}
		});
	}
}
