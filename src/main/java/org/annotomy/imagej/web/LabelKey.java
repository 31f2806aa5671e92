package org.annotomy.imagej.web;

import org.annotomy.image.MedicalImage;

/** How the labels of an image are called on a server, where its file has another name than here. */
final class LabelKey {

	private LabelKey() {}

	/** The name of the sidecar where that is made of the series' UID, else the UID of the image's first instance. */
	static String of(MedicalImage image) {
		String series = image.identity().seriesUid();
		if (series == null || image.identity().sopUids().isEmpty())
			throw new IllegalArgumentException(
					"Only annotations of DICOM images can be kept on a DICOM server. This image is none.");
		String base = image.sidecar().getFileName().toString();
		return base.startsWith(series) ? base : image.identity().sopUids().get(0);
	}
}
