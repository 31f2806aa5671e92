package org.annotomy.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;

/** Earlier states of the labels. Voxel files are kept under the first digits of their digest, so that versions share them. */
final class VersionFolder {

	static final long MAX_BYTES = 2L << 30;

	private static final int ALWAYS_KEPT = 2;
	private static final String VOXELS = "seg-";
	/** Kept for a month. */
	private static final Pattern DATED = Pattern.compile("(?:journal|outside)-(\\d{1,18})\\D.*");
	private static final String DRAFT = ".tmp";

	private final FileLayer files;
	private final Path folder;
	private final Clock clock;
	private final long maxBytes;

	/** What versions keep alive outside this folder. */
	@FunctionalInterface
	interface Companions {

		/** Bytes of each file that is there for the version, perhaps for others too, by a name of its own. @param labels its sidecar */
		Map<String, Long> of(Path labels) throws IOException;
	}

	/** @param maxBytes of all versions and their companions together; the last two are kept in any case */
	VersionFolder(FileLayer files, Path folder, Clock clock, long maxBytes) {
		this.files = files;
		this.folder = folder;
		this.clock = clock;
		this.maxBytes = maxBytes;
	}

	/** Versions, the newest first. @throws IOException if the folder cannot be read */
	List<Version> list() throws IOException {
		List<Version> versions = new ArrayList<>();
		for (Path file : files.list(folder))
			Version.ofFileName(file.getFileName().toString()).ifPresent(versions::add);
		Collections.reverse(versions);
		return versions;
	}

	/** The sidecar of a version. */
	Path labels(Version version) {
		return folder.resolve(version.fileName());
	}

	/** Where a voxel file of that digest is or belongs. @param sha256 its first digits at least */
	Path voxels(String sha256) {
		return folder.resolve(VOXELS + Version.digits(sha256) + ".nrrd");
	}

	/** A place for a file that is being made; the folder exists afterwards. @throws IOException if it cannot be made */
	Path draft(String name) throws IOException {
		files.createFolders(folder);
		return folder.resolve(name + DRAFT);
	}

	/** Where a sidecar waits that is complete but not yet in its place. */
	Path awaiting(String sha256) {
		return folder.resolve("next-" + Version.digits(sha256) + ".geojson");
	}

	/** A version with that sidecar, if one is kept. @throws IOException if the folder cannot be read */
	Optional<Version> find(String sha256) throws IOException {
		String digits = Version.digits(sha256);
		return list().stream().filter(version -> version.labels().equals(digits)).findFirst();
	}

	/** Whether a file has this content, in full. @throws IOException if it cannot be read */
	boolean verifies(Path file, String sha256) throws IOException {
		try {
			return Contents.sha256(files, file).equals(sha256);
		} catch (NoSuchFileException e) {
			return false;
		}
	}

	/** Keeps a copy of a voxel file, unless it is kept already. @throws IOException if that fails */
	void keepVoxels(Path file, String sha256) throws IOException {
		if (verifies(voxels(sha256), sha256)) return;
		Path draft = draft("seg");
		String copied = Contents.copy(files, file, draft);
		if (!copied.equals(sha256)) {
			files.delete(draft);
			throw new IOException("The voxel file changed while it was copied.");
		}
		files.replace(draft, voxels(sha256));
	}

	/** Keeps a copy of a sidecar. @throws IOException if that fails */
	void keepLabels(Path file, Version version) throws IOException {
		Path draft = draft("labels");
		Contents.copy(files, file, draft);
		files.replace(draft, labels(version));
	}

	/** Keeps a copy of a file that is not ours and is about to be replaced. @throws IOException if that fails */
	void keepOutside(Path file, String extension) throws IOException {
		Path draft = draft("outside");
		String sha256 = Contents.copy(files, file, draft);
		files.replace(draft, folder.resolve("outside-" + clock.millis() + "-" + Version.digits(sha256) + extension));
	}

	/** Labels that {@link #keepOutside} has put by. @throws IOException if the folder cannot be read */
	List<Path> keptOutside() throws IOException {
		List<Path> kept = new ArrayList<>();
		for (Path file : files.list(folder)) {
			String name = file.getFileName().toString();
			if (name.startsWith("outside-") && name.endsWith(".geojson")) kept.add(file);
		}
		return kept;
	}

	/** Moves a journal here. @throws IOException if that fails */
	void keepJournal(Path journal) throws IOException {
		files.createFolders(folder);
		long stamp = clock.millis();
		Path kept = folder.resolve("journal-" + stamp + ".anj");
		for (int i = 2; files.exists(kept); i++)
			kept = folder.resolve("journal-" + stamp + "-" + i + ".anj");
		files.move(journal, kept);
	}

	/** Removes what an interrupted save left half done. @throws IOException if that fails */
	void dropDrafts() throws IOException {
		for (Path file : files.list(folder)) {
			String name = file.getFileName().toString();
			if (name.endsWith(DRAFT) || name.startsWith("next-")) files.delete(file);
		}
	}

	/**
	 * Removes versions that are too old or too many, and voxel files that none of the rest needs.
	 *
	 * @param needed SHA-256 of sidecars and voxel files to keep whatever their age
	 * @param companions counted with the versions, but not removed
	 * @throws IOException if that fails
	 */
	void rotate(Set<String> needed, Companions companions) throws IOException {
		Instant now = clock.instant();
		Set<String> digits = new HashSet<>();
		needed.forEach(sha256 -> digits.add(Version.digits(sha256)));
		List<Version> all = list();
		Set<Version> wanted = Rotation.keep(all, now);
		Set<String> kept = new HashSet<>(digits);
		long bytes = 0;
		int count = 0;
		for (Version version : all) {
			Map<String, Long> more = new HashMap<>(companions.of(labels(version)));
			voxelBytes(version).ifPresent(size -> more.put(version.voxels(), size));
			more.keySet().removeAll(kept);
			long cost = files.size(labels(version)) + more.values().stream().mapToLong(Long::longValue).sum();
			boolean always = count < ALWAYS_KEPT || digits.contains(version.labels());
			if (always || wanted.contains(version) && bytes + cost <= maxBytes) {
				bytes += cost;
				kept.addAll(more.keySet());
				count++;
			} else files.delete(labels(version));
		}
		dropOthers(kept, now);
	}

	private Optional<Long> voxelBytes(Version version) throws IOException {
		Path file = folder.resolve(VOXELS + version.voxels() + ".nrrd");
		return files.exists(file) ? Optional.of(files.size(file)) : Optional.empty();
	}

	private void dropOthers(Set<String> voxels, Instant now) throws IOException {
		long oldest = now.minus(Rotation.DAILY).toEpochMilli();
		for (Path file : files.list(folder)) {
			String name = file.getFileName().toString();
			Matcher dated = DATED.matcher(name);
			boolean unusedVoxels = name.startsWith(VOXELS) && name.endsWith(".nrrd")
					&& !voxels.contains(name.substring(VOXELS.length(), name.length() - ".nrrd".length()));
			if (unusedVoxels || dated.matches() && Long.parseLong(dated.group(1)) < oldest) files.delete(file);
		}
	}
}
