package org.annotomy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.store.file.FileLayer;

/** Packs beside the image that the labels do not name any more: they are there for earlier versions alone. */
final class OldPacks implements VersionFolder.Companions {

	private static final int CHUNK = 1 << 16;
	private static final String HEADER = "\"annotomy\"";
	private static final String FEATURES = "\"features\"";

	private final FileLayer files;
	/** By the first digits of their digests. */
	private final Map<String, Path> packs;
	private final Map<String, Long> bytes = new HashMap<>();

	/** @param packs by the first digits of their digests @throws IOException if the size of one cannot be read */
	OldPacks(FileLayer files, Map<String, Path> packs) throws IOException {
		this.files = files;
		this.packs = packs;
		for (Map.Entry<String, Path> pack : packs.entrySet())
			bytes.put(pack.getKey(), files.size(pack.getValue()));
	}

	@Override
	public Map<String, Long> of(Path labels) throws IOException {
		Map<String, Long> named = new HashMap<>();
		for (String digits : namedIn(labels))
			named.put(digits, bytes.get(digits));
		return named;
	}

	/** Removes those that no version that is kept names. @throws IOException if that fails */
	void drop(VersionFolder versions) throws IOException {
		if (packs.isEmpty()) return;
		List<Path> kept = new ArrayList<>(versions.keptOutside());
		versions.list().forEach(version -> kept.add(versions.labels(version)));
		Set<String> unused = new HashSet<>(packs.keySet());
		for (Path labels : kept)
			unused.removeAll(namedIn(labels));
		for (String digits : unused)
			files.delete(packs.get(digits));
	}

	/** In labels of this program the header stands before the features; those of another one may have it anywhere, and are read to the end. */
	private Set<String> namedIn(Path labels) throws IOException {
		Set<String> named = new HashSet<>();
		if (packs.isEmpty()) return named;
		try (InputStream in = files.read(labels)) {
			boolean headerFirst = false;
			boolean features = false;
			String text = "";
			for (byte[] part = in.readNBytes(CHUNK); part.length > 0; part = in.readNBytes(CHUNK)) {
				text = text.substring(Math.max(0, text.length() - Version.DIGITS - 1))
						+ new String(part, StandardCharsets.ISO_8859_1);
				for (String digits : packs.keySet())
					if (text.contains("\"" + digits)) named.add(digits);
				int header = text.indexOf(HEADER);
				int first = text.indexOf(FEATURES);
				headerFirst |= !features && header >= 0 && (first < 0 || header < first);
				features |= first >= 0;
				if (headerFirst && features) return named;
			}
		}
		return named;
	}
}
