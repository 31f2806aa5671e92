package org.annotomy.image;

/** Where the pixel spacing comes from, so that a measurement can say how far to trust it. */
public enum SpacingSource {

	/** Distances in the patient: tomographic images, volumes. */
	PATIENT("in the patient"),
	/** At the detector of a projection; the object is smaller by the magnification. */
	DETECTOR("at the detector"),
	/** Corrected by a magnification that the modality estimates, or that its distances give. */
	MAGNIFICATION("corrected by an estimated magnification"),
	/** Calibrated, but the file does not say how. */
	CALIBRATED("calibrated, the file does not say how"),
	/** Calibrated for an assumed depth in the patient. */
	GEOMETRY("calibrated by geometry, for an assumed depth"),
	/** Calibrated with an object of known size in the picture. */
	FIDUCIAL("calibrated with an object of known size"),
	/** From an ultrasound region. */
	ULTRASOUND_REGION("from the ultrasound region"),
	/** Of the film or paper that was scanned or photographed. */
	NOMINAL("nominal, of the scanned film"),
	/** Stated by a file format that does not say how it was measured (TIFF, NIfTI, NRRD, MetaImage). */
	STATED("stated by the file"),
	/** Only the shape of a pixel is known, and it is not square: measure in pixels. */
	ASPECT_RATIO("in pixels that are not square, of unknown size"),
	/** Unknown: measure in pixels. */
	NONE("unknown");

	private final String words;

	SpacingSource(String words) {
		this.words = words;
	}

	/** Whether lengths in millimetres have a meaning. */
	public boolean isKnown() { return this != NONE && this != ASPECT_RATIO; }

	/** How to say it to a user. */
	public String words() {
		return words;
	}
}
