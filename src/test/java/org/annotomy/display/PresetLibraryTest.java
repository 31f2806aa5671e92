package org.annotomy.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.image.Window;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PresetLibraryTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();
	private Path folder;
	private PresetLibrary library;

	private final WindowPreset wide = WindowPreset.of("Wide", new WindowRule.Fixed(Window.linear(0, 3000, "Wide")));

	@Before
	public void openEmpty() {
		folder = temporary.getRoot().toPath().resolve("presets");
		library = PresetLibrary.of(folder);
	}

	@Test
	public void aSavedSetIsThereNextTime() throws IOException {
		PresetSet mine = new PresetSet("mine", "Mine", "", List.of(wide));
		library.save(mine);
		assertEquals(mine, PresetLibrary.of(folder).require("mine"));
		library.save(mine.with(wide.withKey(3)));
		assertEquals(List.of(wide.withKey(3)), PresetLibrary.of(folder).require("mine").presets());
		library.remove("mine");
		assertTrue(PresetLibrary.of(folder).find("mine").isEmpty());
	}

	@Test
	public void aBrokenFileHidesNoOther() throws IOException {
		library.save(new PresetSet("good", "", "", List.of(wide)));
		Files.writeString(folder.resolve("bad.presets.json"), "{\"annotomyPresets\":1,\n\"sets\":3}");
		PresetFile.write(PresetTable.builtIn().sets().subList(0, 1), folder.resolve("copy.presets.json"));
		PresetLibrary again = PresetLibrary.of(folder);
		assertTrue(again.find("good").isPresent());
		assertEquals(
				List.of("line 2: expected an array but found the number 3.", "There is another set with the id \"default\"."),
				again.problems().stream().map(PresetLibrary.Problem::reason).toList());
	}

	@Test
	public void setsOfTheSuiteCannotBeOverwritten() throws IOException {
		assertThrows(IllegalArgumentException.class, () -> library.save(new PresetSet("ohif", "", "", List.of(wide))));
		Path shared = temporary.getRoot().toPath().resolve("shared.presets.json");
		PresetFile.write(List.of(new PresetSet("a", "", "", List.of()), new PresetSet("ohif", "", "", List.of())), shared);
		String message = assertThrows(IllegalArgumentException.class, () -> library.load(shared)).getMessage();
		assertEquals("The file holds a set \"ohif\", which comes with the suite. Give it another id.", message);
		assertTrue("none is kept", library.find("a").isEmpty());
	}

	@Test
	public void aSharedFileIsKept() throws IOException {
		Path shared = temporary.getRoot().toPath().resolve("shared.presets.json");
		List<PresetSet> sets = List.of(new PresetSet("a", "A", "", List.of(wide)), new PresetSet("b", "B", "", List.of()));
		PresetFile.write(sets, shared);
		assertEquals(sets, library.load(shared));
		assertEquals(sets, PresetLibrary.of(folder).sets().subList(library.sets().size() - 2, library.sets().size()));
	}

	@Test
	public void presetsAreFoundByName() throws IOException {
		library.save(new PresetSet("mine", "Mine", "", List.of(wide)));
		assertEquals(wide, library.require("mine", "wide"));
		assertEquals("Lung", library.require("mine", " LUNG ").name());
		assertEquals("There is no preset \"X\" in the set \"mine\". The presets are: Wide.",
				assertThrows(IllegalArgumentException.class, () -> library.require("mine", "X")).getMessage());
		assertTrue(assertThrows(IllegalArgumentException.class, () -> library.require("osirix")).getMessage()
				.startsWith("There is no preset set \"osirix\". The sets are: default, ohif, "));
	}

	@Test
	public void presetsAreChosenByKeyOrName() {
		PresetQuery ct = new PresetQuery("CT", "", "HU", List.of(Window.linear(40, 400, ""), Window.linear(-600, 1500, "LUNG")));
		assertEquals("Lung", library.choose("default", "2", ct).name());
		assertEquals(PresetMenu.FILE_OWN, library.choose("ohif", "0", ct));
		assertEquals(PresetMenu.FILE_OWN, library.choose("ohif", "file's own", ct));
		assertEquals(new WindowRule.OfFile(1), library.choose("default", "file: lung", ct).rule());
		assertEquals("Stroke", library.choose("ohif", "stroke", ct).name());
		PresetQuery mr = new PresetQuery("MR", "", "", List.of());
		assertEquals("No preset for this image is on the key 9. On keys are: 0 File's own, 1 Auto, 2 2-98 %, 3 Lower half, "
				+ "4 Middle 40 %, 5 Full range, 6 Selection.",
				assertThrows(IllegalArgumentException.class, () -> library.choose("default", "9", mr)).getMessage());
	}

	/** The sets of viewers are drawn up for CT: on others the keys call the default set's. */
	@Test
	public void aSetWithoutTheModalityFallsBackToTheDefault() {
		PresetQuery mammogram = new PresetQuery("MG", "", "", List.of());
		assertEquals("Sigmoid", library.menu("ohif", mammogram).onKey(1).orElseThrow().name());
		assertEquals("Lung", library.menu("ohif", new PresetQuery("CT", "", "HU", List.of())).onKey(2).orElseThrow().name());
	}
}
