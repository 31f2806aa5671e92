package org.annotomy.ui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.interchange.sidecar.QuPathRules;
import org.annotomy.interchange.sidecar.QuPathSafeGate;
import org.junit.ClassRule;
import org.junit.Test;

/** All nuclei of a sample slide as detections in its window, with 512 MB of memory. {@link SlideCellsSession} does the same with a million. */
public class SlideCellsTest {

	private static final int WIDTH = 12_000;
	private static final int HEIGHT = 9_000;

	@ClassRule
	public static final Played PLAY = new Played(SlideCellsSession.class, "-Xmx512m", "-Dslide=" + WIDTH + "x" + HEIGHT);

	@Test
	public void allComeInAreHeldAndListed() {
		int cells = Integer.parseInt(PLAY.text("cells"));
		assertTrue("more than are read one by one: " + cells, cells > 5000);
		PLAY.assertSeen(PLAY.text("cells"), "held as detections");
		PLAY.assertSeen(PLAY.text("cells"), "rows");
	}

	@Test
	public void theyAreSelectedFilteredAndGivenAnotherClassAtOnce() {
		PLAY.assertSeen("true", "clicked");
		PLAY.assertSeen(PLAY.text("selected"), "changed");
		PLAY.assertSeen(PLAY.text("selected"), "rows selected");
		PLAY.assertSeen("true", "taken back");
		int filtered = Integer.parseInt(PLAY.text("rows filtered"));
		assertTrue(filtered + " lymphocytes", filtered > 0 && filtered < Integer.parseInt(PLAY.text("rows")));
	}

	@Test
	public void theyAreCountedInTheirRegion() {
		assertTrue(PLAY.text("regions"), PLAY.text("regions").contains("Density (per mm\u00b2)"));
	}

	@Test
	public void theyAreThereAgainAfterSavingAndGoOutByQuPathsRules() throws Exception {
		PLAY.assertSeen("true", "as before");
		PLAY.assertSeen("true", "exported");
		Path root = PLAY.folder();
		assertTrue(Files.exists(root.resolve("section.annotomy-slide.geojson")));
		assertEquals(List.of(), QuPathSafeGate.check(Files.readAllBytes(root.resolve("whole.geojson"))));
		QuPathRules.Verdict verdict = QuPathRules.judge(root.resolve("whole.geojson"),
				QuPathRules.schema(Path.of("src/main/resources/org/annotomy/interchange/sidecar.schema.json")));
		assertEquals(List.of(), verdict.problems());
		assertEquals("the cells and the region", Integer.parseInt(PLAY.text("cells")) + 1, verdict.features());
	}

	@Test
	public void whatTheFilterHidesStaysSelected() {
		int selected = Integer.parseInt(PLAY.text("selected while filtered"));
		assertTrue(selected + " selected", selected > Integer.parseInt(PLAY.text("rows filtered")));
	}
}
