package org.annotomy.dicom.series;

import java.util.LinkedHashMap;
import java.util.Map;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;

/**
 * The geometry of a projection whose C-arm stands still (PS3.3 C.8.7.5), as numbers: {@code PrimaryAngle} and {@code SecondaryAngle} in degrees,
 * {@code SourceToDetectorMm}, {@code SourceToPatientMm}, {@code DetectorColumnMm} and {@code DetectorRowMm} between the centres of neighbouring
 * columns and rows. All of them or none.
 */
final class ProjectionFacts {

	private static final int PRIMARY_ANGLE = 0x00181510;
	private static final int SECONDARY_ANGLE = 0x00181511;

	private ProjectionFacts() {}

	static Map<String, String> of(DicomDataset dataset) {
		String modality = dataset.string(Tag.MODALITY, "");
		double[] spacing = dataset.doubles(Tag.IMAGER_PIXEL_SPACING);
		if (!modality.equals("XA") && !modality.equals("RF") || spacing.length != 2) return Map.of();
		Map<String, Double> numbers = new LinkedHashMap<>();
		numbers.put("PrimaryAngle", dataset.number(PRIMARY_ANGLE, Double.NaN));
		numbers.put("SecondaryAngle", dataset.number(SECONDARY_ANGLE, Double.NaN));
		numbers.put("SourceToDetectorMm", dataset.number(Tag.DISTANCE_SOURCE_TO_DETECTOR, Double.NaN));
		numbers.put("SourceToPatientMm", dataset.number(Tag.DISTANCE_SOURCE_TO_PATIENT, Double.NaN));
		numbers.put("DetectorRowMm", spacing[0]);
		numbers.put("DetectorColumnMm", spacing[1]);
		if (numbers.values().stream().anyMatch(number -> !Double.isFinite(number))) return Map.of();
		Map<String, String> facts = new LinkedHashMap<>();
		numbers.forEach((name, number) -> facts.put(name, Double.toString(number)));
		return facts;
	}
}
