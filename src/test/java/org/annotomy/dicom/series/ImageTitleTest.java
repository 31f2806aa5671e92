package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Titles say what a reader looks for, and nothing of the patient. */
public class ImageTitleTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private void assertTitle(String expected, DicomDatasetBuilder slice) throws IOException {
		Path file = SyntheticSlice.write(temporary.newFolder().toPath(), "a.dcm", slice);
		assertEquals(expected, new DicomImageReader().read(file, Progress.NONE).get(0).title());
	}

	private static DicomDatasetBuilder slice() {
		return SyntheticSlice.at(0, 1);
	}

	@Test
	public void viewAndSideOfAMammogram() throws IOException {
		assertTitle("MG R CC #7",
				slice().set("Modality", "MG").set("BodyPartExamined", "BREAST").set("ImageLaterality", "R").set("ViewPosition",
						"CC"));
	}

	@Test
	public void partPlanePhaseAndContrastOfAVolume() throws IOException {
		assertTitle("CT chest axial portal lung +C #7", slice().set("BodyPartExamined", "CHEST")
				.set("SeriesDescription", "Thx ax. PORTAL 1.0 Lung").set("ContrastBolusAgent", "agent"));
		assertTitle("MR brain T2 sagittal #7", slice().set("Modality", "MR").set("BodyPartExamined", "BRAIN")
				.set("SeriesDescription", "SAG T2 TSE"));
		assertTitle("CT chest, abdomen and pelvis localizer #7",
				slice().set("BodyPartExamined", "CHESTABDPELVIS").set("SeriesDescription", "Topogram 0.6"));
	}

	@Test
	public void freeTextAndWhatPassesForACodeStayOut() throws IOException {
		assertTitle("CT #7", slice().set("BodyPartExamined", "DOE JOHN").set("SeriesDescription", "John Doe 1961-02-03 Axelrod"));
		assertTitle("DICOM #7", slice().empty("Modality"));
		assertTitle("CT", slice().remove(0x00200011));
	}
}
