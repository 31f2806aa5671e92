package org.annotomy.dicom.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files below the folder of a DICOMDIR, by the names that it uses. Upper and lower case are the same, {@code ;1} and {@code .dcm} may be
 * there or not. Nothing outside of the folder is ever found, by whatever name or link.
 */
public final class FileSet {

	private static final int MAX_PARTS = 32;

	private final Path root;
	private final Map<Path, Map<String, Path>> listings = new HashMap<>();

	/** @param root an existing folder */
	public FileSet(Path root) throws IOException {
		this.root = root.toRealPath();
	}

	/** The file that an identifier names; nothing if there is none, or it leads out of the folder. */
	public Optional<Path> resolve(List<String> fileId) throws IOException {
		List<String> parts = new ArrayList<>();
		for (String part : fileId)
			parts.addAll(List.of(part.split("[/\\\\]", -1)));
		if (parts.isEmpty() || parts.size() > MAX_PARTS || !parts.stream().allMatch(FileSet::isPlainName))
			return Optional.empty();
		Path at = root;
		for (String part : parts) {
			Map<String, Path> listing = listing(at);
			at = listing.getOrDefault(lower(part), listing.get(key(part)));
			if (at == null || !Files.exists(at)) return Optional.empty();
		}
		Path real = at.toRealPath();
		return real.startsWith(root) && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
	}

	/** No way up, no drive, no alternative stream of NTFS. */
	private static boolean isPlainName(String part) {
		return !part.isBlank() && !part.equals(".") && !part.equals("..") && part.indexOf(':') < 0 && part.indexOf(0) < 0;
	}

	private static String lower(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	private static String key(String name) {
		return lower(name).replaceFirst(";\\d+$", "").replaceFirst("\\.dcm$", "").replaceFirst("\\.$", "");
	}

	private Map<String, Path> listing(Path folder) throws IOException {
		Map<String, Path> known = listings.get(folder);
		if (known != null) return known;
		Map<String, Path> listing = new HashMap<>();
		if (Files.isDirectory(folder) && folder.toRealPath().startsWith(root))
			try (Stream<Path> files = Files.list(folder)) {
				List<Path> sorted = files.sorted().toList();
				sorted.forEach(file -> listing.putIfAbsent(lower(file.getFileName().toString()), file));
				sorted.forEach(file -> listing.putIfAbsent(key(file.getFileName().toString()), file));
			}
		listings.put(folder, listing);
		return listing;
	}
}
