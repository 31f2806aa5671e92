package org.annotomy.imagej.session;

import org.annotomy.store.StoreException;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;

/** Closes a session with its image, so that what was drawn is saved. */
final class SessionKeeper implements ImageListener {

	private final AnnotationSession session;

	SessionKeeper(AnnotationSession session) {
		this.session = session;
	}

	void start() {
		ImagePlus.addImageListener(this);
	}

	@Override
	public void imageOpened(ImagePlus image) {
		// Only the end matters.
	}

	@Override
	public void imageUpdated(ImagePlus image) {
		if (session.isClosed()) ImagePlus.removeImageListener(this);
	}

	@Override
	public void imageClosed(ImagePlus image) {
		if (image != session.image()) return;
		ImagePlus.removeImageListener(this);
		try {
			session.close();
		} catch (StoreException e) {
			IJ.handleException(e);
		}
	}
}
