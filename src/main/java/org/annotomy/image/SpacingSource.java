package org.annotomy.image;

/** Where the pixel spacing comes from, so that a measurement can say how far to trust it. */
public enum SpacingSource {

	/** Distances in the patient: tomographic images, volumes. */
	PATIENT("in the patient"),
	/** At the detector of a projection; the object is smaller by the magnification. */
	DETECTOR("at the detector"),
	/** Corrected by the modality for magnification, or calibrated with a fiducial. */
	CALIBRATED("calibrated"),
	/** From an ultrasound region. */
	ULTRASOUND_REGION("from the ultrasound region"),
	/** Stated by a file format that does not say how it was measured (TIFF, NIfTI, NRRD, MetaImage). */
	STATED("stated by the file"),
	/** Unknown: measure in pixels. */
	NONE("unknown");

	private final String words;

	SpacingSource(String words) {
		this.words = words;
	}

	/** How to say it to a user. */
	public String words() {
		return words;
	}
}
