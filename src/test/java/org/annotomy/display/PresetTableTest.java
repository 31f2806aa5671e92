package org.annotomy.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.annotomy.image.Window;
import org.junit.Test;

/** Guards every row of the table: a lung of 150 / -600 has shipped elsewhere. */
public class PresetTableTest {

	private final PresetTable table = PresetTable.builtIn();

	/** For what a name means: least and greatest width, least and greatest center. */
	private static final Map<String, double[]> BOUNDS = Map.ofEntries(
			Map.entry("lung|pulmonary", new double[]{1000, 2000, -800, -300}),
			Map.entry("brain", new double[]{60, 120, 25, 60}),
			Map.entry("stroke", new double[]{8, 40, 28, 40}),
			Map.entry("subdural", new double[]{130, 300, 50, 100}),
			Map.entry("temporal bone", new double[]{2000, 4000, 500, 800}),
			Map.entry("bone", new double[]{1000, 2500, 300, 800}),
			Map.entry("mediastinum|chest", new double[]{350, 500, 30, 80}),
			Map.entry("abdomen|soft tissue", new double[]{250, 450, 20, 70}),
			Map.entry("liver", new double[]{120, 200, 20, 100}),
			Map.entry("angio|cta|vessels", new double[]{380, 1000, 100, 400}));

	@Test
	public void everyFixedRowIsPlausible() {
		int guarded = 0;
		Set<String> seen = new HashSet<>();
		for (PresetSet set : table.sets())
			for (WindowPreset preset : set.presets())
				if (preset.rule() instanceof WindowRule.Fixed fixed && preset.modalities().equals(List.of("CT"))) {
					guarded++;
					if (!checkBounds(set, preset, fixed.window(), seen))
						assertTrue(preset.name() + " has no bounds",
								Set.of("MIP", "head", "CT-Air", "VR - Endoscopy").contains(preset.name()));
				}
		assertEquals("every bound is used", BOUNDS.keySet(), seen);
		assertTrue(guarded >= 60);
	}

	private static boolean checkBounds(PresetSet set, WindowPreset preset, Window window, Set<String> seen) {
		boolean found = false;
		for (Map.Entry<String, double[]> bound : BOUNDS.entrySet()) {
			boolean temporal = preset.name().toLowerCase().contains("temporal") && bound.getKey().equals("bone");
			if (temporal || !List.of(bound.getKey().split("\\|")).stream().anyMatch(preset.name().toLowerCase()::contains))
				continue;
			double[] b = bound.getValue();
			String row = set.id() + ": " + preset.title();
			assertTrue(row + ": width", window.width() >= b[0] && window.width() <= b[1]);
			assertTrue(row + ": center", window.center() >= b[2] && window.center() <= b[3]);
			seen.add(bound.getKey());
			found = true;
		}
		return found;
	}

	@Test
	public void everyRowHasASourceAndAWidth() {
		each(preset -> {
			assertFalse(preset.name() + " needs a source", preset.source().isBlank());
			if (preset.rule() instanceof WindowRule.Fixed fixed) assertTrue(preset.name(), fixed.window().width() >= 1);
		});
	}

	/** A macro must be able to write every name: ImageJ reads macro files as ISO 8859-1, and brackets end an option. */
	@Test
	public void everyNameCanBeWrittenInAMacro() {
		each(preset -> assertTrue(preset.name(), preset.name().matches("[A-Za-z0-9 ,.%-]+")));
	}

	@Test
	public void everyLungIsWide() {
		int[] lungs = new int[1];
		each(preset -> {
			String name = preset.name().toLowerCase();
			if (!name.contains("lung") && !name.contains("pulmonary")) return;
			assertTrue(preset.title(), ((WindowRule.Fixed) preset.rule()).window().width() >= 1000);
			lungs[0]++;
		});
		assertTrue(lungs[0] + " lungs", lungs[0] >= 8);
	}

	@Test
	public void rowsOutsideHounsfieldUnitsUseTheExactForm() {
		each(preset -> {
			if (preset.rule() instanceof WindowRule.Fixed fixed && fixed.window().width() <= 20)
				assertTrue(preset.title(),
						preset.unit().equals("HU") || fixed.window().function() == Window.Function.LINEAR_EXACT);
			if (preset.modalities().contains("CT")) assertEquals(preset.title(), "HU", preset.unit());
			if (preset.unit().equals("SUV"))
				assertEquals(preset.title(), 0, ((WindowRule.Fixed) preset.rule()).window().black(), 0);
		});
	}

	/** Names and keys are checked by the set itself; ids by this. */
	@Test
	public void setsAreDistinctAndTheDefaultIsFirst() {
		List<String> ids = table.sets().stream().map(PresetSet::id).toList();
		assertEquals(List.of("default", "ohif", "slicer", "weasis", "horos", "orthanc", "dwv", "ctviewer", "radiopaedia"), ids);
		assertEquals(PresetTable.DEFAULT, table.defaultSet().id());
	}

	@Test
	public void theDefaultSetHasANumberKeyForEachOfNine() {
		for (int digit = 1; digit <= 9; digit++) {
			int key = digit;
			assertEquals("key " + key, 1, table.defaultSet().presets().stream()
					.filter(preset -> preset.key() == key && preset.modalities().contains("CT")).count());
		}
	}

	/** Numbers of the reference table, typed a second time. */
	@Test
	public void numbersAreThoseOfTheSources() {
		requireWindow("default", "Brain", 80, 40);
		requireWindow("default", "Lung", 1500, -500);
		requireWindow("default", "Bone", 2000, 500);
		requireWindow("default", "Stroke, narrow", 8, 32);
		requireWindow("ohif", "Lung", 1500, -600);
		requireWindow("ohif", "Bone", 2500, 480);
		requireWindow("ohif", "Liver", 150, 90);
		requireWindow("slicer", "CT-Air", 1000, -426);
		requireWindow("slicer", "CT-Lung", 1400, -500);
		requireWindow("slicer", "DTI", 1, 0.5);
		requireWindow("weasis", "Brain", 110, 35);
		requireWindow("weasis", "MIP", 380, 120);
		requireWindow("horos", "CT - Bone", 1500, 300);
		requireWindow("orthanc", "CT Lung", 1600, -400);
		requireWindow("dwv", "head", 350, 90);
		requireWindow("ctviewer", "Stroke", 30, 30);
		requireWindow("radiopaedia", "Temporal bone, wide", 4000, 700);
		requireWindow("ohif", "PET default", 5, 2.5);
	}

	private void requireWindow(String set, String name, double width, double center) {
		Window window = ((WindowRule.Fixed) table.find(set).orElseThrow().find(name).orElseThrow().rule()).window();
		assertEquals(set + " " + name + " width", width, window.width(), 0);
		assertEquals(set + " " + name + " center", center, window.center(), 0);
	}

	private void each(Consumer<WindowPreset> check) {
		table.sets().forEach(set -> set.presets().forEach(check));
	}
}
