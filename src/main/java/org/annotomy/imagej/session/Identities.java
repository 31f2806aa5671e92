package org.annotomy.imagej.session;

import java.util.List;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.PixelHash;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.task.Progress;

import ij.ImagePlus;

/** What tells open images from their like. */
public final class Identities {

	private Identities() {}

	/**
	 * A DICOM image is known by its UIDs, a slide by what its reader says; any other needs a digest of its pixels.
	 *
	 * @param source what is known of the image
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static ImageIdentity of(ImagePlus image, MedicalImage source, Progress progress) {
		ImageIdentity identity = source.identity();
		boolean known = !identity.sopUids().isEmpty() || !identity.hashes().isEmpty();
		if (known || image instanceof SlideImage) return identity;
		return identity.withHashes(List.of(PixelHash.of(source, progress)));
	}
}
