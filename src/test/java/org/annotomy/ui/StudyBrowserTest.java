package org.annotomy.ui;

import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A user at the window of studies, and one who drops files, in plain ImageJ. */
public class StudyBrowserTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen seen;

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		seen = Seen.by(StudyBrowserSession.class, ChildJvm.onDisplay(), root, root.toString());
	}

	private static void assertSeen(String expected, String key) {
		seen.assertSeen(expected, key);
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
		assertTrue(seen.text("recorded"), seen.text("recorded").startsWith("run(\"Open Series from Folder...\", \"path="));
		assertTrue(seen.text("recorded"), seen.text("recorded").contains("rater=rater-1 series=2.25.61")
				&& seen.text("recorded").contains("rater=rater-1 series=2.25.62"));
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
		assertTrue(seen.text("refused"), seen.text("refused").startsWith("cut This DICOM file is broken"));
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
		assertTrue(seen.text("dropped studies"), seen.text("dropped studies").startsWith("2 studies, 3 series, 18 images."));
		assertSeen("null", "log");
	}
}
