package org.annotomy.image;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.PatientOrientation;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The letters of images with and without a place in the patient. */
public class EdgeDirectionsTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	/** Of the right and the lower edge. */
	private String letters(UnaryOperator<DicomDatasetBuilder> change) throws IOException {
		Path file = SyntheticSlice.write(temporary.newFolder().toPath(), "s", change.apply(SyntheticSlice.at(0, 1)));
		return EdgeDirections.of(new DicomImageReader().read(file, Progress.NONE).get(0)).map(EdgeDirectionsTest::letters)
				.orElse("none");
	}

	private static String letters(Affine directions) {
		return PatientOrientation.letters(directions.step(0)) + " " + PatientOrientation.letters(directions.step(1));
	}

	private String ofProjection(String... orientation) throws IOException {
		return letters(b -> withoutPlace(b).set("PatientOrientation", orientation));
	}

	private static DicomDatasetBuilder withoutPlace(DicomDatasetBuilder slice) {
		return slice.remove(Tag.IMAGE_POSITION_PATIENT).remove(Tag.IMAGE_ORIENTATION_PATIENT).set("Modality", "MG");
	}

	@Test
	public void aMammogramSaysWhereItsRowsAndColumnsLead() throws IOException {
		assertEquals("A FR", ofProjection("A", "FR"));
		assertEquals("P L", ofProjection("P", "L"));
		assertEquals("LAH FRP", ofProjection("LAH", "FRP"));
	}

	@Test
	public void thePlaceInThePatientComesFirst() throws IOException {
		assertEquals("L P", letters(b -> b.set("PatientOrientation", "A", "F")));
	}

	@Test
	public void whatMakesNoSenseIsNotShown() throws IOException {
		assertEquals("none", letters(EdgeDirectionsTest::withoutPlace));
		assertEquals("none", ofProjection("A"));
		assertEquals("none", ofProjection("A", "P"));
		assertEquals("none", ofProjection("AP", "F"));
		assertEquals("none", ofProjection("LE", "V"));
		assertEquals("none", letters(b -> withoutPlace(b).set("PatientOrientation", "R", "PA")
				.set("AnatomicalOrientationType", "QUADRUPED")));
	}
}
