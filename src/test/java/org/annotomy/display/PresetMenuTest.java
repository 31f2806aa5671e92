package org.annotomy.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.image.Window;
import org.junit.Test;

public class PresetMenuTest {

	private final PresetSet defaults = PresetTable.builtIn().defaultSet();

	@Test
	public void keysOfCtStayTheSameForEveryBodyPart() {
		for (String part : List.of("", "HEAD", "chest", "ABDOMEN", "LSPINE")) {
			PresetMenu menu = menu("CT", part, "HU");
			assertEquals("Soft tissue", menu.onKey(1).orElseThrow().name());
			assertEquals("Lung", menu.onKey(2).orElseThrow().name());
			assertEquals("Brain", menu.onKey(5).orElseThrow().name());
			assertEquals("Subdural", menu.onKey(9).orElseThrow().name());
		}
	}

	@Test
	public void theBodyPartComesFirst() {
		assertEquals(List.of("Brain", "Stroke", "Subdural", "Stroke, narrow", "Temporal bone"),
				names(menu("CT", "HEAD", "HU")).subList(0, 5));
		assertEquals(List.of("Lung", "Mediastinum"), names(menu("CT", "CHEST", "HU")).subList(0, 2));
		assertEquals("Bone", names(menu("CT", "LSPINE", "HU")).get(0));
	}

	@Test
	public void aShortWordIsNotFoundInsideAnother() {
		assertFalse(names(menu("CT", "HEART", "HU")).subList(0, 2).contains("Temporal bone"));
		assertTrue(names(menu("CT", "INNER EAR", "HU")).subList(0, 1).contains("Temporal bone"));
	}

	@Test
	public void mrGetsPercentilesOnItsKeys() {
		PresetMenu menu = menu("MR", "HEAD", "");
		assertEquals(List.of("Auto", "2-98 %", "Lower half", "Middle 40 %", "Full range", "Selection"), names(menu));
		for (int digit = 1; digit <= 6; digit++)
			assertEquals(digit, menu.presets().get(digit - 1).key());
		assertTrue(menu.onKey(7).isEmpty());
		assertEquals(names(menu), names(menu("US", "", "")));
	}

	@Test
	public void mammographyBeginsWithTheSigmoid() {
		assertEquals("Sigmoid", menu("MG", "BREAST", "").onKey(1).orElseThrow().name());
	}

	@Test
	public void uptakeWindowsNeedUptakeValues() {
		assertEquals("SUV 0-5", menu("PT", "", "SUV").onKey(1).orElseThrow().name());
		for (String unit : List.of("g/ml", "{SUVbw}g/ml", "{SUVlbm}g/ml"))
			assertEquals(unit, "SUV 0-5", menu("PT", "", unit).onKey(1).orElseThrow().name());
		assertFalse("a density is no SUV", names(menu("CT", "", "g/ml")).stream().anyMatch(name -> name.startsWith("SUV")));
		assertFalse(names(menu("PT", "", "mg/ml")).stream().anyMatch(name -> name.startsWith("SUV")));
		assertFalse(names(menu("PT", "", "BQML")).stream().anyMatch(name -> name.startsWith("SUV")));
		assertFalse(names(menu("PT", "", "")).stream().anyMatch(name -> name.startsWith("SUV")));
		assertTrue(names(menu("CT", "", "")).contains("Lung"));
		assertFalse(names(menu("CT", "", "mg/cm3")).contains("Lung"));
	}

	@Test
	public void keyZeroIsTheFilesOwnAndItsOtherWindowsAreListed() {
		List<Window> windows = List.of(Window.linear(40, 400, "ABDOMEN"), Window.linear(-600, 1600, "LUNG"),
				Window.linear(300, 1500, ""));
		PresetMenu menu = PresetMenu.of(defaults, new PresetQuery("MR", "", "", windows));
		assertEquals(new WindowRule.OfFile(0), menu.onKey(0).orElseThrow().rule());
		assertEquals(List.of("File: LUNG", "File: 3"), names(menu).subList(6, 8));
		assertEquals(new WindowRule.OfFile(2), menu.onKey(8).orElseThrow().rule());
		PresetSet weasis = PresetTable.builtIn().find("weasis").orElseThrow();
		assertEquals("File: LUNG", PresetMenu.of(weasis, new PresetQuery("CT", "", "HU", windows)).onKey(2).orElseThrow().name());
		assertFalse(
				names(PresetMenu.of(weasis, new PresetQuery("CT", "", "HU", List.of()))).contains("Second window of the file"));
	}

	@Test
	public void anUnknownModalityBeginsWithWhatNeedsNone() {
		PresetMenu menu = menu("", "", "");
		assertEquals(List.of("Auto", "2-98 %"), names(menu).stream().filter(n -> !n.equals("Sigmoid")).toList().subList(0, 2));
		assertTrue(names(menu).contains("Lung"));
	}

	@Test
	public void noKeyIsGivenTwice() {
		for (PresetSet set : PresetTable.builtIn().sets())
			for (String modality : List.of("", "CT", "MR", "PT", "MG", "US")) {
				Set<Integer> keys = new HashSet<>();
				for (WindowPreset preset : PresetMenu.of(set, new PresetQuery(modality, "CHEST", "", List.of())).presets())
					assertTrue(set.id() + " " + modality + " " + preset, preset.key() == 0 || keys.add(preset.key()));
			}
	}

	@Test
	public void titlesSayWhatTheyDo() {
		assertEquals("Lung (1500 / -500)", defaults.find("lung").orElseThrow().title());
		assertEquals("2-98 %", defaults.find("2-98 %").orElseThrow().title());
		assertEquals("Sigmoid (0.1-99.9 %, sigmoid)", defaults.find("Sigmoid").orElseThrow().title());
	}

	private PresetMenu menu(String modality, String bodyPart, String unit) {
		return PresetMenu.of(defaults, new PresetQuery(modality, bodyPart, unit, List.of()));
	}

	private static List<String> names(PresetMenu menu) {
		return menu.presets().stream().map(WindowPreset::name).toList();
	}
}
