package org.annotomy.display;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.annotomy.image.Window;

/**
 * The presets for one image in the order of the menu: those for its body part first. Each has the number key that calls it, or 0.
 * A preset keeps the digit that its set gives it, so that fingers can learn it; the digits left over go to the others in order.
 * Key 0 always stands for the file's own window.
 */
public final class PresetMenu {

	/** What key 0 does. */
	public static final WindowPreset FILE_OWN = WindowPreset.of("File's own", new WindowRule.OfFile(0));

	private final List<WindowPreset> presets;

	private PresetMenu(List<WindowPreset> presets) {
		this.presets = List.copyOf(presets);
	}

	/** Without the presets for other modalities or units; where the modality is unknown, those that need none come first. */
	public static PresetMenu of(PresetSet set, PresetQuery query) {
		List<WindowPreset> fitting = new ArrayList<>(set.presets().stream().filter(query::admits).toList());
		fitting.removeIf(preset -> preset.rule().equals(FILE_OWN.rule()));
		fitting.sort(Comparator.comparing((WindowPreset preset) -> !query.isBodyPartOf(preset))
				.thenComparing(preset -> query.modality().isEmpty() && !preset.unit().isEmpty()));
		fitting.replaceAll(preset -> named(preset, query.fileWindows()));
		addOtherFileWindows(fitting, query.fileWindows());
		return new PresetMenu(withKeys(fitting));
	}

	/** In order, without the file's own window of key 0. */
	public List<WindowPreset> presets() {
		return presets;
	}

	/** What a number key from 0 to 9 calls. */
	public Optional<WindowPreset> onKey(int digit) {
		if (digit == 0) return Optional.of(FILE_OWN);
		return presets.stream().filter(preset -> preset.key() == digit).findFirst();
	}

	/** The keys in use with what they call, in one line. */
	String describeKeys() {
		return IntStream.rangeClosed(0, 9).mapToObj(digit -> onKey(digit).map(preset -> digit + " " + preset.name()))
				.flatMap(Optional::stream).collect(Collectors.joining(", "));
	}

	private static WindowPreset named(WindowPreset preset, List<Window> windows) {
		if (!(preset.rule() instanceof WindowRule.OfFile file) || windows.get(file.index()).name().isBlank()) return preset;
		return renamed(preset, windows.get(file.index()).name());
	}

	private static void addOtherFileWindows(List<WindowPreset> presets, List<Window> windows) {
		for (int i = 1; i < windows.size(); i++) {
			WindowRule rule = new WindowRule.OfFile(i);
			if (presets.stream().anyMatch(preset -> preset.rule().equals(rule))) continue;
			String name = windows.get(i).name().isBlank() ? Integer.toString(i + 1) : windows.get(i).name();
			presets.add(renamed(WindowPreset.of("File", rule), name));
		}
	}

	private static WindowPreset renamed(WindowPreset preset, String fileName) {
		String name = "File: " + (fileName.length() > 60 ? fileName.substring(0, 60) : fileName);
		return new WindowPreset(name, preset.rule(), preset.modalities(), preset.bodyParts(), preset.tasks(), preset.unit(),
				preset.key(), preset.source());
	}

	private static List<WindowPreset> withKeys(List<WindowPreset> fitting) {
		Set<Integer> free = new TreeSet<>(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
		List<WindowPreset> result = new ArrayList<>();
		for (WindowPreset preset : fitting)
			result.add(free.remove(preset.key()) ? preset : preset.withKey(0));
		for (int i = 0; i < result.size() && !free.isEmpty(); i++)
			if (result.get(i).key() == 0) {
				int digit = free.iterator().next();
				free.remove(digit);
				result.set(i, result.get(i).withKey(digit));
			}
		return result;
	}
}
