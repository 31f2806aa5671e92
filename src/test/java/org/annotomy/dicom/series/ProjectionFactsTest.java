package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;

import java.util.Map;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.junit.Test;

public class ProjectionFactsTest {

	private static DicomDatasetBuilder angiography() {
		return DicomDataset.builder().set("Modality", "XA").set("ImagerPixelSpacing", 0.3, 0.2).set("PositionerPrimaryAngle", -30)
				.set("PositionerSecondaryAngle", 20.5).set("DistanceSourceToDetector", 1100).set("DistanceSourceToPatient", 750);
	}

	@Test
	public void theGeometryOfAnAngiographyIsTold() {
		Map<String, String> facts = ProjectionFacts.of(angiography().build());
		assertEquals("-30.0", facts.get("PrimaryAngle"));
		assertEquals("20.5", facts.get("SecondaryAngle"));
		assertEquals("rows are 0.3 mm apart", "0.3", facts.get("DetectorRowMm"));
		assertEquals("0.2", facts.get("DetectorColumnMm"));
		assertEquals("750.0", facts.get("SourceToPatientMm"));
	}

	@Test
	public void halfAGeometryIsNone() {
		assertEquals(Map.of(), ProjectionFacts.of(angiography().empty("PositionerSecondaryAngle").build()));
		assertEquals(Map.of(), ProjectionFacts.of(angiography().set("Modality", "MG").build()));
	}
}
