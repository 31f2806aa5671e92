package org.annotomy.dicom.series;

import static org.annotomy.dicom.SyntheticSlice.at;
import static org.annotomy.dicom.SyntheticSlice.write;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.image.MedicalImage;
import org.annotomy.linking.group.MemberFacts;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What tells the images of one patient apart. */
public class ViewFactsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private MedicalImage image(UnaryOperator<DicomDatasetBuilder> change) throws Exception {
		return new DicomImageReader().read(write(folder.newFolder().toPath(), "a.dcm", change.apply(at(1, 1))), Progress.NONE)
				.get(0);
	}

	private Map<String, String> facts(UnaryOperator<DicomDatasetBuilder> change) throws Exception {
		return image(change).facts();
	}

	private String sequence(String description, String... imageType) throws Exception {
		return facts(slice -> slice.set("Modality", "MR").set("SeriesDescription", description).set("ImageType",
				imageType.length == 0 ? new String[]{"ORIGINAL", "PRIMARY"} : imageType)).get("Sequence");
	}

	@Test
	public void sequencesComeFromTermsOrWordsThatStandAlone() throws Exception {
		assertEquals("T1", sequence("ax T1 se"));
		assertEquals("T1", sequence("t1_mprage_sag"));
		assertEquals("T2", sequence("T2W TSE"));
		assertEquals("T2*", sequence("t2* gre"));
		assertEquals("FLAIR", sequence("t2 flair"));
		assertEquals("DWI", sequence("ep2d_diff_b1000"));
		assertEquals("ADC", sequence("dwi", "DERIVED", "PRIMARY", "DIFFUSION", "ADC"));
		assertEquals("PD", sequence("PD fs"));
		assertNull(sequence("localizer"));
		assertNull(sequence("HEAT12 of Mr T2Smith"));
	}

	@Test
	public void sidesAndViews() throws Exception {
		Map<String, String> mg = facts(
				slice -> slice.set("Modality", "MG").set("ImageLaterality", "R").set("ViewPosition", "MLO"));
		assertEquals("R", mg.get("Side"));
		assertEquals("MLO", mg.get("View"));
		assertEquals("L", facts(slice -> slice.set("Laterality", "L")).get("Side"));
		assertNull(facts(slice -> slice.set("ImageLaterality", "X")).get("Side"));
		assertEquals("A4C", facts(slice -> slice.items("ViewCodeSequence", code("Apical four chamber"))).get("View"));
		assertEquals("CC", facts(slice -> slice.items("ViewCodeSequence", code("cranio-caudal"))).get("View"));
		assertNull(facts(slice -> slice.items("ViewCodeSequence", code("Miller, John"))).get("View"));
	}

	private static DicomDataset code(String meaning) {
		return DicomDataset.builder().set("CodeValue", "1").set("CodingSchemeDesignator", "99X").set("CodeMeaning", meaning)
				.build();
	}

	@Test
	public void contrastAndDay() throws Exception {
		Map<String, String> plain = facts(slice -> slice.set("AcquisitionDate", "20260301"));
		assertEquals("NO", plain.get("Contrast"));
		assertEquals(Long.toString(LocalDate.of(2026, 3, 1).toEpochDay()), plain.get("Day"));
		assertEquals("YES", facts(slice -> slice.set("ContrastBolusAgent", "agent of somebody")).get("Contrast"));
	}

	/** Nothing of a free text gets into what groups keep. */
	@Test
	public void noFreeTextPasses() throws Exception {
		MedicalImage image = image(slice -> slice.set("Modality", "MR").set("SeriesDescription", "T1 of Secret^Name")
				.set("BodyPartExamined", "CHEST"));
		MemberFacts facts = MemberFacts.of(image);
		assertEquals("T1", facts.get("Sequence"));
		assertEquals("CHEST", facts.get("BodyPart"));
		assertFalse(facts.values().toString().toUpperCase().contains("SECRET"));
		assertFalse(image.facts().toString().contains("Secret"));
	}
}
