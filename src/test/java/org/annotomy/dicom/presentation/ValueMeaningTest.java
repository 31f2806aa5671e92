package org.annotomy.dicom.presentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.image.ValueMeaning;
import org.annotomy.image.ValueScale;
import org.junit.Test;

/** Scales from modality values to SUV and to real world values, and the words where there is none. */
public class ValueMeaningTest {

	private static final double HALF_LIFE = 6000;

	private static DicomDataset drug() {
		return DicomDataset.builder().set("RadiopharmaceuticalStartTime", "100000").set("RadionuclideTotalDose", 2e8)
				.set("RadionuclideHalfLife", HALF_LIFE).build();
	}

	private static DicomDatasetBuilder pet() {
		return DicomDataset.builder().set("Modality", "PT").set("Units", "BQML").set("CorrectedImage", "ATTN", "DECY")
				.set("DecayCorrection", "START").set("PatientWeight", 80d).set("SeriesDate", "20260101")
				.set("SeriesTime", "114000")
				.set("AcquisitionDate", "20260101").set("AcquisitionTime", "114000.00")
				.items("RadiopharmaceuticalInformationSequence", drug());
	}

	private static ValueMeaning suv(DicomDatasetBuilder... files) {
		return SuvScale.of(java.util.Arrays.stream(files).map(DicomDatasetBuilder::build).toList()).orElseThrow();
	}

	private static void factor(double expected, DicomDatasetBuilder... files) {
		ValueMeaning suv = suv(files);
		assertTrue(suv.words(), suv.isKnown());
		assertEquals(expected, suv.scale().slope(), 1e-12 * expected);
		assertEquals(0, suv.scale().intercept(), 0);
		assertEquals("g/ml", suv.scale().unit());
	}

	private static void refused(String why, DicomDatasetBuilder file) {
		ValueMeaning suv = suv(file);
		assertFalse(suv.isKnown());
		assertEquals("SUV cannot be computed: " + why + ".", suv.words());
	}

	@Test
	public void theDoseIsDecayedToTheStartOfTheScan() {
		factor(80_000 / (2e8 / 2), pet());
		assertEquals("SUVbw = Bq/ml × weight 80.0 kg ÷ dose 200.0 MBq decayed for 100.0 min with a half-life of 100.0 min.",
				suv(pet()).words());
		factor(80_000 / 2e8, pet().set("DecayCorrection", "ADMIN").set("SeriesTime", ""));
	}

	@Test
	public void aSeriesThatWasReconstructedLaterBeganWithItsFirstAcquisition() {
		DicomDatasetBuilder later = pet().set("SeriesTime", "190000");
		factor(80_000 / (2e8 / 2), later, pet().set("SeriesTime", "190000").set("AcquisitionTime", "120000"));
		factor(80_000 / (2e8 / 2), pet().set("SeriesDate", "20260301"));
		factor(80_000 / (2e8 / 2), pet().set("AcquisitionTime", "130000"));
	}

	@Test
	public void midnightMayLieBetween() {
		DicomDataset evening = DicomDataset.builder().set("RadiopharmaceuticalStartTime", "232000")
				.set("RadionuclideTotalDose", 2e8)
				.set("RadionuclideHalfLife", HALF_LIFE).build();
		factor(80_000 / (2e8 / 2), pet().set("SeriesTime", "010000").set("AcquisitionTime", "010000")
				.items("RadiopharmaceuticalInformationSequence", evening));
		DicomDataset dated = DicomDataset.builder().set("RadiopharmaceuticalStartDateTime", "20251231232000.00+0100")
				.set("RadionuclideTotalDose", 2e8).set("RadionuclideHalfLife", HALF_LIFE).build();
		factor(80_000 / (2e8 / 2), pet().set("SeriesTime", "010000").set("AcquisitionTime", "010000")
				.items("RadiopharmaceuticalInformationSequence", dated));
	}

	@Test
	public void whatIsMissingIsNamed() {
		refused("the file lacks, or gives no sensible value for, the weight (Patient's Weight)", pet().set("PatientWeight", 0d));
		refused("the file lacks, or gives no sensible value for, decay correction (Corrected Image)",
				pet().set("CorrectedImage", "ATTN"));
		refused("the file lacks, or gives no sensible value for, a decay correction to the start or to the injection (Decay Correction)",
				pet().set("DecayCorrection", "NONE"));
		refused("the file lacks, or gives no sensible value for, the times of injection and scan",
				pet().set("SeriesTime", "").set("AcquisitionTime", ""));
		refused("the file lacks, or gives no sensible value for, the injected dose in Bq (Radionuclide Total Dose), the half-life "
				+ "(Radionuclide Half Life), the times of injection and scan",
				pet().items("RadiopharmaceuticalInformationSequence", DicomDataset.EMPTY));
		DicomDataset inMegabecquerel = DicomDataset.builder().set("RadiopharmaceuticalStartTime", "100000")
				.set("RadionuclideTotalDose", 200d)
				.set("RadionuclideHalfLife", HALF_LIFE).build();
		refused("the file lacks, or gives no sensible value for, the injected dose in Bq (Radionuclide Total Dose)",
				pet().items("RadiopharmaceuticalInformationSequence", inMegabecquerel));
		refused("the values are in other units than Bq/ml or g/ml (Units (0054,1001))", pet().set("Units", "CNTS"));
		refused("the values are SUV of another type (SUV Type (0054,1006) is not BW)",
				pet().set("Units", "GML").set("SUVType", "LBM"));
		factor(1, pet().set("Units", "GML"));
		assertTrue(SuvScale.of(List.of(pet().set("Modality", "CT").build())).isEmpty());
	}

	private static DicomDataset mapping(String label, double slope, double intercept, String unit) {
		return DicomDataset.builder().set("LUTLabel", label).set("RealWorldValueSlope", slope)
				.set("RealWorldValueIntercept", intercept)
				.set("RealWorldValueFirstValueMapped", 0).set("RealWorldValueLastValueMapped", 4095)
				.items("MeasurementUnitsCodeSequence", DicomDataset.builder().set("CodeValue", unit).build()).build();
	}

	private static DicomDataset group(DicomDataset... mappings) {
		return DicomDataset.builder().items("RealWorldValueMappingSequence", mappings).build();
	}

	@Test
	public void realWorldValuesAreOfStoredOnes() {
		ValueScale hounsfield = new ValueScale(2, -1024, "HU");
		DicomDataset group = group(mapping("Fat", 0.5, 3, "%"), mapping("1", 4, 0, "1"));
		List<ValueMeaning> found = RealWorldValues.of(List.of(group, group), hounsfield);
		assertEquals(List.of("Fat", "Real world value 2"), found.stream().map(ValueMeaning::name).toList());
		double stored = 700;
		assertEquals(0.5 * stored + 3, found.get(0).scale().toModality(hounsfield.toModality(stored)), 1e-9);
		assertEquals("%", found.get(0).scale().unit());
		assertEquals("Fat (%) = 0.5 × stored value + 3.0, for stored values 0 to 4095.", found.get(0).words());
		assertEquals(4 * stored, found.get(1).scale().toModality(hounsfield.toModality(stored)), 1e-9);
		assertEquals("", found.get(1).scale().unit());
	}

	@Test
	public void mappingsThatCannotBeUsedSayWhy() {
		DicomDataset one = group(mapping("Fat", 0.5, 3, "%"));
		DicomDataset other = group(mapping("Fat", 0.6, 3, "%"));
		assertEquals("Fat differs from frame to frame, which is not supported.",
				RealWorldValues.of(List.of(one, other), ValueScale.IDENTITY).get(0).words());
		assertEquals("Fat is for stored values, which this image no longer has: its slices have different scales.",
				RealWorldValues.of(List.of(one), null).get(0).words());
		DicomDataset table = group(DicomDataset.builder().set("LUTLabel", "T1").build());
		assertEquals("T1 is given by a table, which is not supported; slope and intercept are.",
				RealWorldValues.of(List.of(table), ValueScale.IDENTITY).get(0).words());
		assertEquals(List.of(), RealWorldValues.of(List.of(DicomDataset.EMPTY), ValueScale.IDENTITY));
	}
}
