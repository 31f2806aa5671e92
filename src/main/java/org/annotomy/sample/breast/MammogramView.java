package org.annotomy.sample.breast;

/** The four standard pictures of a screening mammography (PS3.16 CID 4014): both breasts, from above and obliquely. */
public enum MammogramView {

	/** Right breast, cranio-caudal. */
	R_CC(true, false),
	/** Left breast, cranio-caudal. */
	L_CC(false, false),
	/** Right breast, medio-lateral oblique. */
	R_MLO(true, true),
	/** Left breast, medio-lateral oblique. */
	L_MLO(false, true);

	private static final double OBLIQUE_DEGREES = 45;

	private final boolean right;
	private final boolean oblique;

	MammogramView(boolean right, boolean oblique) {
		this.right = right;
		this.oblique = oblique;
	}

	/** Whether it shows the right breast. */
	public boolean isRight() { return right; }

	/** Whether it is a medio-lateral oblique view. */
	public boolean isOblique() { return oblique; }

	/** DICOM's Image Laterality: {@code R} or {@code L}. */
	public String laterality() {
		return right ? "R" : "L";
	}

	/** DICOM's View Position: {@code CC} or {@code MLO}. */
	public String position() {
		return oblique ? "MLO" : "CC";
	}

	/** How far the source is turned from above the breast towards the middle of the body. */
	public double angleDegrees() {
		return oblique ? OBLIQUE_DEGREES : 0;
	}

	/** Between the plates. */
	public double thicknessMm() {
		return oblique ? 56 : 52;
	}

	/** How far the upper edge of the picture lies above the nipple, at the detector. */
	double topMm() {
		return oblique ? 140 : 120;
	}

	/** 1 if lateral is the patient's left, else −1. */
	double lateral() {
		return right ? -1 : 1;
	}
}
