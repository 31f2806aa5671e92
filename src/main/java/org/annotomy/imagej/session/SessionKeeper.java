package org.annotomy.imagej.session;

import java.awt.EventQueue;

import org.annotomy.store.StoreException;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;

/**
 * Closes a session with its image, or at the latest when the program ends, so that what was drawn is saved and the lock is given back. In
 * batch mode ImageJ does not tell of closed images: there the next opening looks which are gone.
 */
final class SessionKeeper implements ImageListener {

	private final AnnotationSession session;
	private final Thread atExit = new Thread(this::closeSession, "annotomy-close");

	SessionKeeper(AnnotationSession session) {
		this.session = session;
	}

	/** Closes the sessions whose images ImageJ has closed without a word. */
	static void closeGone() {
		for (Object listener : ImagePlus.getListeners().toArray())
			if (listener instanceof SessionKeeper keeper && keeper.session.isGone()) keeper.closeSession();
	}

	void start() {
		ImagePlus.addImageListener(this);
		Runtime.getRuntime().addShutdownHook(atExit);
		session.onClose(this::stop);
	}

	@Override
	public void imageOpened(ImagePlus image) {
		// Only the end matters.
	}

	@Override
	public void imageUpdated(ImagePlus image) {
		// Only the end matters.
	}

	/** Later, since ImageJ skips a listener for each one that is removed while it tells of the closing. */
	@Override
	public void imageClosed(ImagePlus image) {
		if (image == session.image()) EventQueue.invokeLater(this::closeSession);
	}

	private void closeSession() {
		try {
			session.close();
		} catch (StoreException e) {
			// The journal has the work; the next opening offers it.
			IJ.showStatus(e.getMessage());
		}
	}

	private void stop() {
		ImagePlus.removeImageListener(this);
		if (Thread.currentThread() == atExit) return;
		try {
			Runtime.getRuntime().removeShutdownHook(atExit);
		} catch (IllegalStateException e) {
			// The program is ending: the hook finds the session closed.
		}
	}
}
