package org.annotomy.ui;

import static org.junit.Assert.assertTrue;

import java.nio.file.Files;

import org.junit.ClassRule;
import org.junit.Test;

/** A user at the window of studies, and one who drops files, in plain ImageJ. */
public class StudyBrowserTest {

	@ClassRule
	public static final Played PLAY = new Played(StudyBrowserSession.class);

	private static void assertSeen(String expected, String key) {
		PLAY.assertSeen(expected, key);
	}

	@Test
	public void studiesAndSeriesAreListed() {
		assertSeen("2 studies, 3 series, 18 images. 1 file cannot be opened: see the last row. 1 other file is no image.",
				"words");
		assertSeen("Patient 1|•••||2024-01-31|CT||2|12;Patient 2|•••||2023-02-02|CT||1|6;||||"
				+ "|Files that cannot be opened|1|1", "studies");
		assertSeen("1|CT|Secret words||6|6|;2|CT|Secret words||6|6|", "series");
	}

	@Test
	public void patientsAreMaskedUntilTheKeyIsPressed() {
		assertSeen("Alpha, Anna A1", "unmasked");
		assertSeen("Patient 1 •••", "masked");
	}

	@Test
	public void theFilterShowsWhatMatches() {
		assertSeen("Patient 2|•••||2023-02-02|CT||1|6", "filtered");
		assertSeen("Patient 2|•••||2023-02-02|CT||1|6", "filtered by name");
		assertSeen("0 0", "filtered away");
		assertSeen("3", "all again");
	}

	@Test
	public void severalSeriesOpenAtOnceAndAreRecorded() {
		assertSeen("CT #1, CT #2", "opened");
		assertSeen("true", "panel");
		assertTrue(PLAY.text("recorded"), PLAY.text("recorded").startsWith("run(\"Open Series from Folder...\", \"path="));
		assertTrue(PLAY.text("recorded"), PLAY.text("recorded").contains("rater=rater-1 series=2.25.61")
				&& PLAY.text("recorded").contains("rater=rater-1 series=2.25.62"));
	}

	@Test
	public void labelsAreCounted() {
		assertSeen("1 object|", "labels");
	}

	@Test
	public void theSameStudyStaysChosenWhenTheDiskIsLookedAtAgain() {
		assertSeen("Patient 1, Patient 2", "chosen again");
	}

	@Test
	public void whatCannotBeOpenedSaysWhy() {
		assertTrue(PLAY.text("refused"), PLAY.text("refused").startsWith("cut This DICOM file is broken"));
	}

	@Test
	public void theLastFolderIsRemembered() {
		assertSeen("true", "remembered");
	}

	@Test
	public void aSearchThatIsCancelledKeepsWhatItFound() {
		assertSeen("true", "can be cancelled");
		assertSeen("Patient 1|•••|||CT||1|some", "cancelled");
		assertSeen("true", "found before");
		assertSeen("false", "cancel button after");
		assertSeen("true", "may look again");
	}

	@Test
	public void whatIsDroppedOpensWhereItIsKnownBest() {
		assertSeen("CT #7", "dropped folder");
		assertSeen("plain.tif false", "dropped tiff");
		assertSeen("[CT #7, plain.tif]", "dropped both");
		assertTrue(PLAY.text("dropped studies"), PLAY.text("dropped studies").startsWith("2 studies, 3 series, 18 images."));
		assertSeen("null", "log");
	}
}
