package org.annotomy.display;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.annotomy.home.UserFolder;
import org.annotomy.json.JsonException;

/**
 * The preset sets at hand: those of the suite and those in the user's folder, one {@code *.presets.json} each. A broken file is left
 * out and told in {@link #problems()}; it never hides the others.
 */
public final class PresetLibrary {

	private static final int MOST_FILES = 200;

	/**
	 * A file of the user's folder that was left out.
	 *
	 * @param reason in words, without the file's name
	 */
	public record Problem(Path file, String reason) {}

	private final PresetTable builtIn = PresetTable.builtIn();
	private final Path folder;
	private final Map<String, PresetSet> userSets = new LinkedHashMap<>();
	private final List<Problem> problems = new ArrayList<>();

	private PresetLibrary(Path folder) {
		this.folder = folder;
	}

	/** @param folder may be absent; it is made when a set is saved */
	public static PresetLibrary of(Path folder) {
		PresetLibrary library = new PresetLibrary(folder);
		if (Files.isDirectory(folder)) library.readFolder();
		return library;
	}

	/** The user's own: {@link UserFolder#of UserFolder.of("presets")}. */
	public static PresetLibrary ofUser() {
		return of(UserFolder.of("presets"));
	}

	/** Those of the suite, the default one first, then those of the user. */
	public List<PresetSet> sets() {
		List<PresetSet> all = new ArrayList<>(builtIn.sets());
		all.addAll(userSets.values());
		return all;
	}

	public List<Problem> problems() {
		return List.copyOf(problems);
	}

	public Optional<PresetSet> find(String id) {
		return sets().stream().filter(set -> set.id().equals(id)).findFirst();
	}

	/** @throws IllegalArgumentException if there is no such set; the message lists those there are */
	public PresetSet require(String id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("There is no preset set \"" + id + "\". The sets are: "
				+ sets().stream().map(PresetSet::id).collect(Collectors.joining(", ")) + "."));
	}

	/** The menu of a set; for a modality that the set has nothing for, that of the default set. */
	public PresetMenu menu(String setId, PresetQuery query) {
		PresetSet set = require(setId);
		boolean falls = !query.modality().isEmpty() && !set.covers(query.modality())
				&& builtIn.defaultSet().covers(query.modality());
		return PresetMenu.of(falls ? builtIn.defaultSet() : set, query);
	}

	/**
	 * The preset that a user or a macro names: in that set, else in the default one.
	 *
	 * @throws IllegalArgumentException if there is none of that name; the message lists those there are
	 */
	public WindowPreset require(String setId, String name) {
		PresetSet set = require(setId);
		return set.find(name).or(() -> builtIn.defaultSet().find(name))
				.orElseThrow(() -> new IllegalArgumentException("There is no preset \"" + name.trim() + "\" in the set \"" + setId
						+ "\". The presets are: "
						+ set.presets().stream().map(WindowPreset::name).collect(Collectors.joining(", ")) + "."));
	}

	/**
	 * The preset for an image that a user or a macro writes down: a number key from 0 to 9, a name of the menu such as
	 * {@code File: LUNG}, or the name of any preset of the set or of the default set.
	 *
	 * @throws IllegalArgumentException if there is none; the message lists those there are
	 */
	public WindowPreset choose(String setId, String text, PresetQuery query) {
		String wanted = text.trim();
		PresetMenu menu = menu(setId, query);
		if (wanted.matches("[0-9]"))
			return menu.onKey(Integer.parseInt(wanted)).orElseThrow(() -> new IllegalArgumentException(
					"No preset for this image is on the key " + wanted + ". On keys are: " + menu.describeKeys() + "."));
		if (wanted.equalsIgnoreCase(PresetMenu.FILE_OWN.name())) return PresetMenu.FILE_OWN;
		return menu.presets().stream().filter(preset -> preset.name().equalsIgnoreCase(wanted)).findFirst()
				.orElseGet(() -> require(setId, wanted));
	}

	/**
	 * Keeps the set in the user's folder, in the place of the one with the same id.
	 *
	 * @throws IllegalArgumentException if the id is one of the suite's
	 * @throws IOException if the file cannot be written
	 */
	public void save(PresetSet set) throws IOException {
		if (builtIn.find(set.id()).isPresent())
			throw new IllegalArgumentException(
					"The set \"" + set.id() + "\" comes with the suite and cannot be changed. Give yours another id.");
		PresetFile.write(List.of(set), folder.resolve(set.id() + PresetFile.SUFFIX));
		userSets.put(set.id(), set);
	}

	/**
	 * Keeps all sets of a file that someone shared.
	 *
	 * @return the sets
	 * @throws IOException if the file is broken (the message begins with the line) or cannot be kept; then none is kept
	 */
	public List<PresetSet> load(Path file) throws IOException {
		List<PresetSet> sets = PresetFile.read(file);
		for (PresetSet set : sets)
			if (builtIn.find(set.id()).isPresent())
				throw new IllegalArgumentException(
						"The file holds a set \"" + set.id() + "\", which comes with the suite. Give it another id.");
		for (PresetSet set : sets)
			save(set);
		return sets;
	}

	/**
	 * Removes a set from the user's folder.
	 *
	 * @throws IOException if the file cannot be deleted
	 */
	public void remove(String id) throws IOException {
		if (userSets.remove(id) != null) Files.deleteIfExists(folder.resolve(id + PresetFile.SUFFIX));
	}

	private void readFolder() {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + PresetFile.SUFFIX)) {
			List<Path> sorted = new ArrayList<>();
			for (Path file : files)
				if (sorted.size() < MOST_FILES) sorted.add(file);
			sorted.sort(null);
			sorted.forEach(this::readUserFile);
		} catch (IOException | DirectoryIteratorException e) {
			problems.add(new Problem(folder, "The folder of the presets cannot be listed."));
		}
	}

	private void readUserFile(Path file) {
		try {
			for (PresetSet set : PresetFile.read(file)) {
				if (find(set.id()).isPresent())
					problems.add(new Problem(file, "There is another set with the id \"" + set.id() + "\"."));
				else
					userSets.put(set.id(), set);
			}
		} catch (JsonException e) {
			problems.add(new Problem(file, e.getMessage()));
		} catch (IOException e) {
			problems.add(new Problem(file, "The file cannot be read."));
		}
	}
}
