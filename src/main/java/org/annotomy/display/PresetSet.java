package org.annotomy.display;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Presets that belong together: those of one viewer, of one clinic, of one user.
 *
 * @param id short name for macros and files: small letters, digits, hyphens
 * @param source where the numbers come from
 * @param presets in the order of the menu
 */
public record PresetSet(String id, String title, String source, List<WindowPreset> presets) {

	/** @throws IllegalArgumentException if the id has other characters, or two presets share a name or, for one modality, a key */
	public PresetSet {
		if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,39}"))
			throw new IllegalArgumentException(
					"The id of a preset set has 1 to 40 small letters, digits and hyphens, not \"" + id + "\".");
		if (title == null || title.isBlank()) title = id;
		source = source == null ? "" : source;
		presets = List.copyOf(presets);
		Set<String> names = new HashSet<>();
		Set<String> keys = new HashSet<>();
		for (WindowPreset preset : presets)
			requireUnique(preset, names, keys);
	}

	/** The preset of that name, capitals or not. */
	public Optional<WindowPreset> find(String name) {
		return presets.stream().filter(preset -> preset.name().equalsIgnoreCase(name.trim())).findFirst();
	}

	/** This set with the preset added at its end, or in the place of the one of the same name. */
	public PresetSet with(WindowPreset preset) {
		List<WindowPreset> changed = new ArrayList<>(presets);
		changed.replaceAll(old -> old.name().equalsIgnoreCase(preset.name()) ? preset : old);
		if (!changed.contains(preset)) changed.add(preset);
		return new PresetSet(id, title, source, changed);
	}

	/** Is there a preset made for that modality? */
	public boolean covers(String modality) {
		return presets.stream().anyMatch(preset -> preset.modalities().contains(modality));
	}

	private static void requireUnique(WindowPreset preset, Set<String> names, Set<String> keys) {
		if (!names.add(preset.name().toLowerCase(Locale.ROOT)))
			throw new IllegalArgumentException("Two presets are called \"" + preset.name() + "\".");
		if (preset.key() == 0) return;
		List<String> modalities = preset.modalities().isEmpty() ? List.of("any modality") : preset.modalities();
		for (String modality : modalities)
			if (!keys.add(modality + preset.key()))
				throw new IllegalArgumentException("Two presets for " + modality + " are on the key " + preset.key() + ".");
	}
}
