package org.annotomy.display;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The presets that come with the suite: the default set, in which each number is the one that most viewers agree on, and the sets of
 * single viewers and textbooks. The rows stand in the resource {@code presets.json}, each with its source; they are conventions of
 * display, not clinical advice.
 */
public final class PresetTable {

	/** The id of the set in use when nothing was chosen. */
	public static final String DEFAULT = "default";

	private final List<PresetSet> sets;

	private PresetTable(List<PresetSet> sets) {
		this.sets = List.copyOf(sets);
	}

	public static PresetTable builtIn() {
		try (InputStream in = PresetTable.class.getResourceAsStream("presets.json")) {
			return new PresetTable(PresetFile.read(in));
		} catch (IOException e) {
			throw new UncheckedIOException("The presets of the suite cannot be read.", e);
		}
	}

	/** The default set first. */
	public List<PresetSet> sets() {
		return sets;
	}

	public PresetSet defaultSet() {
		return find(DEFAULT).orElseThrow();
	}

	public Optional<PresetSet> find(String id) {
		return sets.stream().filter(set -> set.id().equals(id)).findFirst();
	}
}
