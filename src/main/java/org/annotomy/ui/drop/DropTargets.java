package org.annotomy.ui.drop;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.imagej.StatusBarProgress;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.annotomy.ui.browse.StudyFrame;
import org.annotomy.ui.browse.StudyOpening;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.study.FailureWords;

import ij.IJ;
import ij.ImageJ;
import ij.gui.Toolbar;

/**
 * Has the windows of ImageJ and of this program take studies that are dropped on them. What ImageJ did with other files it does as before.
 * May be called from any thread.
 */
public final class DropTargets {

	private DropTargets() {}

	/** Does nothing where that was done already, or without a window of ImageJ. */
	public static void install() {
		EventQueue.invokeLater(DropTargets::installNow);
	}

	static void installNow() {
		ImageJ window = IJ.getInstance();
		if (window == null) return;
		Stream.of(window, Toolbar.getInstance(), window.getStatusBar())
				.forEach(part -> StudyDropTarget.install(part, DropTargets::open));
		Toolkit toolkit = Toolkit.getDefaultToolkit();
		if (Stream.of(toolkit.getAWTEventListeners(AWTEvent.WINDOW_EVENT_MASK)).noneMatch(DropTargets::isOurs))
			toolkit.addAWTEventListener(new NewWindows(), AWTEvent.WINDOW_EVENT_MASK);
		NewWindows.accept(PanelFrame.find());
		NewWindows.accept(StudyFrame.find());
	}

	private static boolean isOurs(AWTEventListener listener) {
		return listener instanceof NewWindows
				|| listener instanceof java.awt.event.AWTEventListenerProxy proxy && proxy.getListener() instanceof NewWindows;
	}

	private static void open(List<Path> files) {
		Thread thread = new Thread(() -> openNow(files), "Annotomy drop");
		thread.setDaemon(true);
		thread.start();
	}

	private static void openNow(List<Path> files) {
		Progress progress = new StatusBarProgress();
		try {
			StudyOpening.open(files, StudyOpening.OPTIONS, progress);
		} catch (CancelledException e) {
			// The user knows.
			return;
		} catch (Exception | LinkageError | OutOfMemoryError e) {
			IJ.showMessage("Annotomy", FailureWords.of(e));
		} finally {
			progress.update(1, "");
		}
	}

	/** Our own windows take drops from when they open. */
	private static final class NewWindows implements AWTEventListener {

		@Override
		public void eventDispatched(AWTEvent event) {
			if (event.getID() == WindowEvent.WINDOW_OPENED) accept(event.getSource());
		}

		static void accept(Object window) {
			if (window instanceof PanelFrame panel) StudyDropTarget.install(panel.getRootPane(), DropTargets::open);
			if (window instanceof StudyFrame studies) StudyDropTarget.install(studies.getRootPane(), StudyFrame::open);
		}
	}
}
