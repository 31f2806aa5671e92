package org.annotomy.ui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Seen;
import org.annotomy.interchange.sidecar.QuPathRules;
import org.annotomy.interchange.sidecar.QuPathSafeGate;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** All nuclei of a sample slide as detections in its window, with 512 MB of memory. {@link SlideCellsSession} does the same with a million. */
public class SlideCellsTest {

	private static final int WIDTH = 12_000;
	private static final int HEIGHT = 9_000;

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen seen;

	@BeforeClass
	public static void play() throws Exception {
		Path root = FOLDER.getRoot().toPath();
		seen = Seen.by(SlideCellsSession.class, ChildJvm.onDisplay().with("-Xmx512m", "-Dslide=" + WIDTH + "x" + HEIGHT), root,
				root.toString());
		assertNull(seen.text("broken"), seen.text("broken"));
	}

	@Test
	public void allComeInAreHeldAndListed() {
		int cells = Integer.parseInt(seen.text("cells"));
		assertTrue("more than are read one by one: " + cells, cells > 5000);
		seen.assertSeen(seen.text("cells"), "held as detections");
		seen.assertSeen(seen.text("cells"), "rows");
	}

	@Test
	public void theyAreSelectedFilteredAndGivenAnotherClassAtOnce() {
		seen.assertSeen("true", "clicked");
		seen.assertSeen(seen.text("selected"), "changed");
		seen.assertSeen(seen.text("selected"), "rows selected");
		seen.assertSeen("true", "taken back");
		int filtered = Integer.parseInt(seen.text("rows filtered"));
		assertTrue(filtered + " lymphocytes", filtered > 0 && filtered < Integer.parseInt(seen.text("rows")));
	}

	@Test
	public void theyAreCountedInTheirRegion() {
		assertTrue(seen.text("regions"), seen.text("regions").contains("Density (per mm\u00b2)"));
	}

	@Test
	public void theyAreThereAgainAfterSavingAndGoOutByQuPathsRules() throws Exception {
		seen.assertSeen("true", "as before");
		seen.assertSeen("true", "exported");
		Path root = FOLDER.getRoot().toPath();
		assertTrue(Files.exists(root.resolve("section.annotomy-slide.geojson")));
		assertEquals(List.of(), QuPathSafeGate.check(Files.readAllBytes(root.resolve("whole.geojson"))));
		QuPathRules.Verdict verdict = QuPathRules.judge(root.resolve("whole.geojson"),
				QuPathRules.schema(Path.of("src/main/resources/org/annotomy/interchange/sidecar.schema.json")));
		assertEquals(List.of(), verdict.problems());
		assertEquals("the cells and the region", Integer.parseInt(seen.text("cells")) + 1, verdict.features());
	}

	@Test
	public void whatTheFilterHidesStaysSelected() {
		int selected = Integer.parseInt(seen.text("selected while filtered"));
		assertTrue(selected + " selected", selected > Integer.parseInt(seen.text("rows filtered")));
	}
}
