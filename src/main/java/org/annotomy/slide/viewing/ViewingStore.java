package org.annotomy.slide.viewing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.digest.Sha256;
import org.annotomy.home.UserFolder;

/**
 * Viewing paths of a slide, so kept that none is lost: what goes on in a journal beside the slide, or where that cannot be in the user's
 * folder; what is finished in the file beside the slide. A journal that was left behind, because the program ended or the file could not be
 * written, is taken in the next time anybody asks for the paths or records another one.
 */
public final class ViewingStore {

	private static final String ENDING = ".viewing-part";
	private static final int DIGEST_CHARS = 32;

	private final ViewingFile file;
	private final Path sidecar;
	private final Path elsewhere;

	/** @param sidecar the path X */
	public ViewingStore(Path sidecar) {
		this(sidecar, UserFolder.of("viewing"));
	}

	/** @param elsewhere folder for what cannot be kept beside the slide */
	ViewingStore(Path sidecar, Path elsewhere) {
		this.sidecar = sidecar.toAbsolutePath();
		this.elsewhere = elsewhere;
		file = new ViewingFile(this.sidecar);
	}

	/**
	 * Begins a journal.
	 *
	 * @param recording with what it holds so far
	 * @throws IOException if it can be written neither beside the slide nor in the user's folder; in words for the user
	 */
	public ViewingJournal begin(ViewingPath recording) throws IOException {
		try {
			return ViewingJournal.begin(sidecar.resolveSibling(beside() + UUID.randomUUID() + ENDING), recording);
		} catch (IOException e) {
			return beginElsewhere(recording);
		}
	}

	private ViewingJournal beginElsewhere(ViewingPath recording) throws IOException {
		try {
			return ViewingJournal.begin(UserFolder.makePrivate(elsewhere).resolve(inFolder() + UUID.randomUUID() + ENDING),
					recording);
		} catch (IOException e) {
			throw new IOException(
					"The viewing path can be written neither beside the slide nor in your Annotomy folder. See whether the "
							+ "disk is full or the folders are read-only.",
					e);
		}
	}

	private String beside() {
		return "." + sidecar.getFileName() + "-";
	}

	private String inFolder() {
		return Sha256.hex(sidecar.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_CHARS) + "-";
	}

	/**
	 * A recording has ended.
	 *
	 * @param journal of it; closed then
	 * @param whole whether all of the recording is in the journal
	 * @throws IOException if the file beside the slide could not be written; the recording is kept and taken in later. In words for the user
	 */
	public void finish(ViewingPath recording, ViewingJournal journal, boolean whole) throws IOException {
		if (!recording.moments().isEmpty()) try {
			file.add(recording);
		} catch (IOException e) {
			if (!whole) {
				begin(recording).close();
				journal.delete();
			}
			journal.close();
			throw new IOException(
					"The viewing path could not be saved beside the slide. It is kept and will be saved when "
							+ "the slide is opened the next time.",
					e);
		}
		journal.delete();
	}

	/**
	 * All recordings that are finished: those of the file, and those that were left behind, which are put into it if it can be written.
	 *
	 * @throws org.annotomy.image.ImageFormatException if the file is no such file and nothing was left behind; in words for the user
	 */
	public List<ViewingPath> paths() throws IOException {
		List<ViewingPath> kept = takeIn().kept();
		if (kept.isEmpty()) return file.read();
		List<ViewingPath> all = new ArrayList<>();
		if (Files.isRegularFile(file.path())) all.addAll(file.read());
		all.addAll(kept);
		return all;
	}

	/**
	 * What became of what was left behind.
	 *
	 * @param saved so many recordings are in the file beside the slide now
	 * @param kept those that could not be put there, and stay where they are
	 */
	public record Left(int saved, List<ViewingPath> kept) {}

	/** Puts what was left behind into the file. */
	public Left takeIn() throws IOException {
		int saved = 0;
		List<ViewingPath> kept = new ArrayList<>();
		for (Path journal : journals()) {
			Optional<ViewingPath> recording = ViewingJournal.read(journal);
			if (recording.isEmpty()) continue;
			try {
				if (!recording.get().moments().isEmpty()) {
					file.add(recording.get());
					saved++;
				}
				Files.deleteIfExists(journal);
			} catch (IOException e) {
				kept.add(recording.get());
			}
		}
		return new Left(saved, kept);
	}

	private List<Path> journals() throws IOException {
		List<Path> journals = new ArrayList<>();
		collect(sidecar.getParent(), beside(), journals);
		collect(elsewhere, inFolder(), journals);
		return journals;
	}

	private static void collect(Path folder, String start, List<Path> into) throws IOException {
		if (folder == null || !Files.isDirectory(folder)) return;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, path -> {
			String name = path.getFileName().toString();
			return name.startsWith(start) && name.endsWith(ENDING);
		})) {
			files.forEach(into::add);
		}
	}
}
