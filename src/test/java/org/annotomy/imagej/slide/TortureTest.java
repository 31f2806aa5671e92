package org.annotomy.imagej.slide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.annotomy.slide.PatternSlide;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** All commands of ImageJ and its macro functions on a slide of 9.35 gigapixels, in a program of 512 MB. */
public class TortureTest {

	private static final int LONGEST_MS = 10_000;
	private static final int MOST_MB = 64;
	private static final Pattern COST = Pattern.compile(" \\[(\\d+) ms, (\\d+) MB\\]$");
	private static final String REFUSED = " does not work on a whole slide: use Extract Region... to get a part of it as an ordinary image.";

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen seen;

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		seen = Seen.by(TortureSession.class, ChildJvm.onDisplay(), root, root.toString());
	}

	/** What was said, once the cost is found bearable. */
	private static String said(String key) {
		String text = seen.text(key);
		Matcher cost = COST.matcher(text);
		assertTrue(key + ": " + text, cost.find());
		assertTrue(key + ": " + text, Integer.parseInt(cost.group(1)) < LONGEST_MS);
		assertTrue(key + ": " + text, Integer.parseInt(cost.group(2)) < MOST_MB);
		String words = text.substring(0, cost.start());
		assertFalse(key + ": " + text, words.contains("HUNG") || words.contains("TRACE"));
		return words;
	}

	private static void assertReturned(String expected, String... keys) {
		for (String key : keys)
			assertEquals(key, expected, said(key));
	}

	@Test
	public void everyCommandOfTheMenusThatNeedsAllPixelsIsRefusedByItsName() {
		assertEquals("", seen.text("menu-wrong"));
		assertTrue(seen.text("menu-commands"), Integer.parseInt(seen.text("menu-commands")) > 150);
	}

	/** The only dialog that may show is the one with that sentence. */
	@Test
	public void whatNeedsAllPixelsIsRefusedInOneSentence() {
		for (String key : TortureList.refused(Path.of("x")).keySet()) {
			String words = said(key).replace(" DIALOG Whole slide image", "");
			assertTrue(key + ": " + words, words.endsWith(REFUSED) && words.indexOf(REFUSED) == words.lastIndexOf(REFUSED));
			assertFalse(key + ": " + words, words.contains("Exception") || words.contains("Error"));
		}
	}

	@Test
	public void selectionsAreInPixelsOfFullResolution() {
		assertReturned("110000 85000 1 24", "size");
		assertReturned("" + PatternSlide.colour(100050, 80050), "pixel");
		assertReturned("100000 80000 400 300", "bounds");
		assertReturned("100200.75 80300.25", "sub-pixel");
		assertReturned("1 0", "contains", "huge oval");
		assertReturned("60000", "contained points");
		assertReturned("90000 70000 500 400", "specify");
		assertReturned("1 oval", "oval");
		assertReturned("4", "hull");
		assertReturned("composite 1", "inverse");
		assertReturned("110000 85000", "select all");
		assertReturned("2", "restore", "rotate", "line to area");
		assertReturned("50010 40020", "translate");
		assertReturned("320 220", "enlarge rectangle");
		assertReturned("1", "enlarge small", "interpolate");
		assertReturned("109980 84980", "bounding box");
		assertReturned("2 oval", "roi manager");
		assertReturned("50000 20000 10000 30000", "combine");
		assertReturned("9 100000 50000", "combine to a composite");
		assertReturned("2", "overlay");
		assertReturned("9 0 1", "exclusive or");
		assertReturned("2 100000 80000", "manager to zip and back");
		assertReturned("110000 85000 1 1 1", "dimensions");
		assertReturned("freehand", "freehand");
		assertReturned("1", "rotated rectangle");
		assertReturned("2 110000", "save selection");
	}

	@Test
	public void pixelsOfASelectionAreThere() {
		String first = "" + PatternSlide.colour(50000, 40000);
		assertReturned("cut 300 200 " + first, "duplicate");
		assertReturned("300 400 2", "duplicate polygon");
		assertReturned("300", "duplicate in batch mode");
		assertReturned("" + PatternSlide.colour(50010, 40010), "copy and paste elsewhere");
		assertReturned("101", "profile");
		assertReturned("Plot of pattern", "plot profile");
		assertReturned("Histogram of pattern", "histogram", "histogram whole");
		assertReturned("256", "counts");
	}

	/** Pixels of 0.25 µm; area and centroid of the outline, whatever level the values come from. */
	@Test
	public void measuresComeFromTheOutline() {
		assertReturned("3750 12537.5 10025 250 1", "measure");
		assertReturned("" + 110_000L * 85_000 / 16 + " 64", "measure whole");
		assertReturned("" + 100_000L * 80_000 / 2 / 16 + " 8333.3", "measure huge");
		assertReturned("" + 50_000L * 40_000 / 16, "measure oval");
		assertReturned("125", "measure line");
		assertReturned("2 22500 20000", "measure points");
		assertReturned("1", "manager measure");
		assertReturned("2", "multi measure");
		assertReturned("3750.0", "list");
		assertTrue(said("value").startsWith("3750.0 "));
	}

	@Test
	public void zoomCommandsWork() {
		assertReturned("0.5 50000 40000", "zoom");
		assertReturned("1", "zoom to huge", "view 100", "scale to fit");
		assertReturned("1 1 1 1", "to selection");
		assertReturned("1 1", "original scale");
		assertReturned("2 1", "in and out");
	}

	@Test
	public void whatNeedsNoPixelsGoesOn() {
		assertReturned("1", "info", "xy coordinates");
		assertReturned("v", "properties");
		assertReturned("other", "rename");
		assertReturned("0.25 0.25", "set scale");
		assertReturned("ok", "update", "line width");
	}
}
