package org.annotomy.ui.desk;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;

import org.annotomy.imagej.session.AnnotationSession;

/** How a session and the panel come onto the screen. May be called from any thread. */
public final class Desk {

	private Desk() {}

	/** Puts a session whose image has a window onto the desk: keys, overlay, orientation letters; offers what a crash has left. */
	public static void seat(AnnotationSession session) {
		onEventThread(() -> new ImageDesk(session).attach());
	}

	/** Opens the panel beside the active image. */
	public static void openPanel() {
		onEventThread(PanelFrame::open);
	}

	private static void onEventThread(Runnable action) {
		if (EventQueue.isDispatchThread()) {
			action.run();
			return;
		}
		try {
			EventQueue.invokeAndWait(action);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (InvocationTargetException e) {
			throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
		}
	}
}
