package org.annotomy.imagej;

import java.awt.EventQueue;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.WeakReference;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;

/** Frees the cache of an image on demand when its window closes. Holds neither: an image that is never shown can be collected. */
final class PlaneRelease implements ImageListener {

	private final WeakReference<ImagePlus> image;
	private final WeakReference<Closeable> planes;

	private PlaneRelease(ImagePlus image, Closeable planes) {
		this.image = new WeakReference<>(image);
		this.planes = new WeakReference<>(planes);
	}

	static void whenClosed(ImagePlus image, Closeable planes) {
		ImagePlus.addImageListener(new PlaneRelease(image, planes));
	}

	@Override
	public void imageOpened(ImagePlus opened) {
		if (image.refersTo(null)) stop();
	}

	@Override
	public void imageUpdated(ImagePlus updated) {
		// Only the end matters.
	}

	@Override
	public void imageClosed(ImagePlus closed) {
		if (image.refersTo(closed)) release();
		if (image.refersTo(closed) || image.refersTo(null)) stop();
	}

	private void release() {
		Closeable held = planes.get();
		try {
			if (held != null) held.close();
		} catch (IOException e) {
			IJ.showStatus(e.getMessage());
		}
	}

	/** Later, since ImageJ skips a listener for each one that is removed while it tells of the closing. */
	private void stop() {
		EventQueue.invokeLater(() -> ImagePlus.removeImageListener(this));
	}
}
