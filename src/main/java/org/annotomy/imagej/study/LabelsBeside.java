package org.annotomy.imagej.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.annotomy.interchange.sidecar.SidecarGlance;

/** What lies beside images, in words. Each folder is listed once. */
final class LabelsBeside {

	private static final String ENDING = ".geojson";
	/** Larger ones are not counted for a list. */
	private static final long MAX_BYTES = 32L << 20;

	private final Map<Path, Set<String>> folders = new HashMap<>();

	/**
	 * @param files of one series
	 * @param seriesUid the sidecar of several files is named after it
	 * @return empty if there are no labels
	 */
	String of(List<Path> files, String seriesUid) {
		Set<Path> sidecars = new LinkedHashSet<>();
		for (Path file : files) {
			Set<String> names = names(file.toAbsolutePath().getParent());
			if (names.contains(file.getFileName() + ENDING)) sidecars.add(file.resolveSibling(file.getFileName() + ENDING));
			for (String name : names)
				if (name.equals(seriesUid + ENDING) || name.startsWith(seriesUid + "-")) sidecars.add(file.resolveSibling(name));
		}
		return words(sidecars);
	}

	/** @param folder of one series alone */
	String in(Path folder) {
		Set<Path> sidecars = new LinkedHashSet<>();
		names(folder).forEach(name -> sidecars.add(folder.resolve(name)));
		return words(sidecars);
	}

	private Set<String> names(Path folder) {
		return folders.computeIfAbsent(folder, LabelsBeside::list);
	}

	private static Set<String> list(Path folder) {
		Set<String> names = new LinkedHashSet<>();
		if (!Files.isDirectory(folder)) return names;
		try (Stream<Path> files = Files.list(folder)) {
			files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
					.forEach(names::add);
		} catch (IOException | java.io.UncheckedIOException e) {
			// Then nothing is known of labels; opening says why.
			return names;
		}
		return names;
	}

	private static String words(Set<Path> sidecars) {
		int objects = 0;
		int segments = 0;
		boolean complete = true;
		for (Path sidecar : sidecars) {
			Optional<SidecarGlance> glance = glance(sidecar);
			if (glance.isEmpty()) return "labels";
			objects += glance.get().objects();
			segments += glance.get().segments();
			complete &= glance.get().complete();
		}
		return sidecars.isEmpty() ? "" : new SidecarGlance(objects, segments, complete).words();
	}

	private static Optional<SidecarGlance> glance(Path sidecar) {
		try {
			if (Files.size(sidecar) > MAX_BYTES) return Optional.empty();
			try (InputStream in = Files.newInputStream(sidecar)) {
				return SidecarGlance.of(in);
			}
		} catch (IOException e) {
			return Optional.empty();
		}
	}
}
