package org.annotomy.sample;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;

/**
 * What a phantom was given before its PET, and how SUV by body weight becomes activity.
 *
 * @param weightKg of the phantom
 * @param doseBq that was injected
 * @param waitS seconds from the injection to the start of the scan, to which values are decayed
 */
record PetTracer(double weightKg, double doseBq, int waitS) {

	static final PetTracer STANDARD = new PetTracer(72, 300e6, 3600);
	/** Of fluorine-18. */
	private static final double HALF_LIFE_S = 6586.2;
	private static final double POSITRONS = 0.9673;
	private static final int SCAN_HOUR = 12;

	/** Activity in Bq/ml of SUV 1. */
	double bqPerSuv() {
		return doseBq * StrictMath.pow(2, -waitS / HALF_LIFE_S) / (1000 * weightKg);
	}

	/** The modules of the isotope and of the patient's weight; the scan begins at noon. */
	DicomDatasetBuilder describe(DicomDatasetBuilder object) {
		int start = SCAN_HOUR * 3600 - waitS;
		DicomDataset drug = DicomDataset.builder().set("Radiopharmaceutical", "Fluorodeoxyglucose F^18^")
				.set("RadiopharmaceuticalStartTime",
						String.format("%02d%02d%02d", start / 3600, start / 60 % 60, start % 60))
				.set("RadionuclideTotalDose", doseBq).set("RadionuclideHalfLife", HALF_LIFE_S)
				.set("RadionuclidePositronFraction", POSITRONS)
				.items("RadionuclideCodeSequence", SampleDicom.sct("77004003", "^18^Fluorine").build())
				.items("RadiopharmaceuticalCodeSequence", SampleDicom.sct("35321007", "Fluorodeoxyglucose F^18^").build())
				.build();
		return object.set("PatientWeight", weightKg).empty("PatientOrientationCodeSequence")
				.empty("PatientGantryRelationshipCodeSequence").items("RadiopharmaceuticalInformationSequence", drug);
	}
}
