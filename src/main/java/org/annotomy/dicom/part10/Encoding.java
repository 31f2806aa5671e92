package org.annotomy.dicom.part10;

/** How the data elements of a dataset are written. */
record Encoding(boolean explicitVr, boolean bigEndian) {

	static final Encoding IMPLICIT_LITTLE = new Encoding(false, false);
	static final Encoding EXPLICIT_LITTLE = new Encoding(true, false);
	static final Encoding EXPLICIT_BIG = new Encoding(true, true);

	/** Bytes of tag, VR and length. */
	int headerBytes(Vr vr) {
		return explicitVr && vr.hasLongLength() ? 12 : 8;
	}
}
