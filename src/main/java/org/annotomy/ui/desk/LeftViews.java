package org.annotomy.ui.desk;

import java.io.IOException;

import org.annotomy.imagej.lab.ViewingDesk;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.notice.NoticeBoard;

/** Has viewing paths saved that an earlier time has left behind, when their slide is opened again, and tells of it. */
final class LeftViews {

	private LeftViews() {}

	/** On a thread of its own. @param session of a slide */
	static void takeIn(AnnotationSession session) {
		if (session.source().sidecar() == null) return;
		ViewingDesk desk = new ViewingDesk(session);
		Thread thread = new Thread(() -> {
			try {
				desk.takeIn().ifPresent(words -> NoticeBoard.find().tell(words, false));
			} catch (IOException e) {
				NoticeBoard.find().tell("Viewing paths that an earlier time has left behind cannot be read just now.", false);
			}
		}, "annotomy-left-views");
		thread.setDaemon(true);
		thread.start();
	}
}
