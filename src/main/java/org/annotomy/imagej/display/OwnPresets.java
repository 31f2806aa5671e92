package org.annotomy.imagej.display;

import java.io.IOException;
import java.util.List;

import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetQuery;
import org.annotomy.display.PresetSet;
import org.annotomy.display.WindowPreset;
import org.annotomy.display.WindowRule;
import org.annotomy.image.Window;

import ij.ImagePlus;

/** Keeps what is on display as a preset of the user. */
public final class OwnPresets {

	private OwnPresets() {}

	/**
	 * Keeps the present window, for the modality and the unit of the image, in a set of the user; a preset of the same name gives way, and
	 * so does the key of another one.
	 *
	 * @param setId of a set of the user; made if there is none
	 * @param key number key from 1 to 9, 0 for none
	 * @throws IOException if the set cannot be written
	 */
	public static WindowPreset keep(ImagePlus image, String name, PresetLibrary library, String setId, int key)
			throws IOException {
		DisplayWindow display = DisplayWindow.of(image);
		Window shown = display.window();
		PresetQuery query = display.query();
		Window window = new Window(shown.center(), shown.width(), name, shown.function());
		List<String> modalities = query.modality().isEmpty() ? List.of() : List.of(query.modality());
		WindowPreset preset = new WindowPreset(name, new WindowRule.Fixed(window), modalities, List.of(), List.of(), query.unit(),
				key, "");
		PresetSet set = library.find(setId).orElse(new PresetSet(setId, setId, "", List.of()));
		library.save(withoutKey(set, preset).with(preset));
		return preset;
	}

	private static PresetSet withoutKey(PresetSet set, WindowPreset newcomer) {
		List<WindowPreset> presets = set.presets().stream()
				.map(old -> old.key() == newcomer.key() && old.modalities().equals(newcomer.modalities()) ? old.withKey(0) : old)
				.toList();
		return new PresetSet(set.id(), set.title(), set.source(), presets);
	}
}
