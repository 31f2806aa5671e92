package org.annotomy.ui.desk;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.dialog.EventThread;

/** How a session and the panel come onto the screen. May be called from any thread. */
public final class Desk {

	private Desk() {}

	/** Hands the image to ImageJ and, where it gets a window, puts it onto the desk; a small image is enlarged, a volume shows its middle. */
	public static void show(AnnotationSession session) {
		boolean fresh = session.image().getWindow() == null;
		session.show();
		if (session.image().getWindow() == null) return;
		seat(session);
		if (fresh) EventThread.run(() -> FirstLook.at(session));
	}

	/** Puts a session whose image has a window onto the desk: keys, overlay, orientation letters; offers what a crash has left. */
	public static void seat(AnnotationSession session) {
		EventThread.run(() -> new ImageDesk(session).attach());
	}

	/** Opens the panel beside the active image. */
	public static void openPanel() {
		EventThread.run(PanelFrame::open);
	}
}
