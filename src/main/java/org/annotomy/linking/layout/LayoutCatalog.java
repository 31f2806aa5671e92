package org.annotomy.linking.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.home.UserFolder;
import org.annotomy.json.JsonException;

/** The layouts at hand: those that come with Annotomy and those of the user's folder {@code layouts}. */
public final class LayoutCatalog {

	/** Ids of the layouts that come with Annotomy, in the order shown. */
	public static final List<String> BUILT_IN = List.of("mammography-four-up", "mr-brain", "pet-ct", "echo-three-views", "he-ihc",
			"baseline-follow-up", "ct-three-planes");

	private static final String FOLDER = "/org/annotomy/linking/layout/";

	private final List<Layout> layouts;
	private final List<Problem> problems;

	/**
	 * A file of the user's folder that could not be taken.
	 *
	 * @param file for the user's eyes only
	 * @param reason names no file
	 */
	public record Problem(Path file, String reason) {}

	private LayoutCatalog(List<Layout> layouts, List<Problem> problems) {
		this.layouts = List.copyOf(layouts);
		this.problems = List.copyOf(problems);
	}

	/** Those of the user's folder count before those of the same id that come with Annotomy. */
	public static LayoutCatalog ofUser() {
		return with(folder());
	}

	/** Where users put their own layouts; it may be absent. */
	public static Path folder() {
		return UserFolder.of("layouts");
	}

	/** @param folder may be absent */
	public static LayoutCatalog with(Path folder) {
		List<Layout> layouts = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		for (Path file : files(folder, problems))
			try {
				Layout layout = LayoutReader.read(file);
				if (layouts.stream().anyMatch(l -> l.id().equals(layout.id())))
					problems.add(new Problem(file, "another file has the same id \"" + layout.id() + "\"."));
				else
					layouts.add(layout);
			} catch (JsonException e) {
				problems.add(new Problem(file, e.getMessage()));
			} catch (IOException e) {
				problems.add(new Problem(file, "the file cannot be read."));
			}
		for (String id : BUILT_IN)
			if (layouts.stream().noneMatch(l -> l.id().equals(id))) layouts.add(builtIn(id));
		return new LayoutCatalog(layouts, problems);
	}

	private static List<Path> files(Path folder, List<Problem> problems) {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.getFileName().toString().endsWith(LayoutReader.SUFFIX)).sorted().limit(500).toList();
		} catch (IOException e) {
			problems.add(new Problem(folder, "the folder of layouts cannot be listed."));
			return List.of();
		}
	}

	private static Layout builtIn(String id) {
		try {
			return LayoutReader.read(builtInFile(id));
		} catch (JsonException e) {
			throw new IllegalStateException("The layout " + id + " of Annotomy is broken: " + e.getMessage(), e);
		}
	}

	/** The text of a layout that comes with Annotomy, to copy and to change. */
	static byte[] builtInFile(String id) {
		try (InputStream in = LayoutCatalog.class.getResourceAsStream(FOLDER + id + LayoutReader.SUFFIX)) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException("reading a layout of Annotomy", e);
		}
	}

	public List<Layout> layouts() {
		return layouts;
	}

	/** What could not be taken from the user's folder, and why. */
	public List<Problem> problems() {
		return problems;
	}

	/** @throws IllegalArgumentException if there is none such; the message lists those there are */
	public Layout require(String id) {
		return layouts.stream().filter(l -> l.id().equals(id)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("There is no layout \"" + id + "\". There are: "
						+ String.join(", ", layouts.stream().map(Layout::id).toList()) + "."));
	}
}
