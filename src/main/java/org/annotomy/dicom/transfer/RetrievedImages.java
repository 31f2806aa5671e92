package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.home.InUse;
import org.annotomy.home.UserFolder;

/**
 * Series that were retrieved or unpacked onto this computer, a folder each. Beyond a size the images used longest ago make room. Labels lie beside the images, and
 * where there are any the folder is left alone: nothing but images is ever removed.
 */
public final class RetrievedImages {

	/** What may lie there before old images make room. */
	public static final long USUAL_BYTES = 20L << 30;

	private final Path root;
	private final Clock clock;

	public RetrievedImages(Path root, Clock clock) {
		this.root = root;
		this.clock = clock;
	}

	/** One series. */
	private record Series(Path folder, List<Path> images, long bytes, boolean hasLabels, FileTime used) {}

	/**
	 * What was removed.
	 *
	 * @param leftForLabels series that stay because labels lie beside them
	 * @param leftInUse series that stay because a program uses them
	 * @param bytes of the images that remain
	 */
	public record Cleared(int series, int images, long freedBytes, int leftForLabels, int leftInUse, long bytes) {}

	/** The folder of a series, made if it is not there, and from now on the one used last. */
	public Path folder(String seriesUid) throws IOException {
		UserFolder.makePrivate(root);
		InUse.prepare(root);
		Path folder = Files.createDirectories(root.resolve(LocalName.of(seriesUid)));
		touch(folder);
		ReceivedFiles.tidy(folder);
		return folder;
	}

	/** Where the folder of a series is, or would be. */
	public Path place(String seriesUid) {
		return root.resolve(LocalName.of(seriesUid));
	}

	/**
	 * Where an image lies in the folder of its series.
	 *
	 * @param key whatever tells it from the others
	 * @param ending as of a file's name, with the point, in lower case
	 */
	public static Path file(Path folder, String key, String ending) {
		return folder.resolve(LocalName.of(key) + ending);
	}

	/**
	 * Writes an image into the folder of its series; it is there whole or not at all, whoever else writes it now.
	 *
	 * @param image in that folder
	 */
	public static void write(Path image, Writing writing) throws IOException {
		Path unfinished = ReceivedFiles.unfinished(image.getParent());
		try {
			writing.to(unfinished);
			Files.move(unfinished, image, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/** Writes something into a new file. */
	@FunctionalInterface
	public interface Writing {
		void to(Path file) throws IOException;
	}

	/** Whether labels lie beside the retrieved images of a series. */
	public boolean hasLabels(String seriesUid) throws IOException {
		Path folder = root.resolve(LocalName.of(seriesUid));
		if (!Files.isDirectory(folder)) return false;
		try (Stream<Path> files = Files.list(folder)) {
			return files.anyMatch(file -> file.getFileName().toString().endsWith(".geojson"));
		}
	}

	/** Notes that the series is used now. */
	public void touch(Path folder) throws IOException {
		Files.setLastModifiedTime(folder, FileTime.from(clock.instant()));
	}

	/**
	 * Removes the images used longest ago until no more than so many bytes are left. Those that are {@link InUse in use} stay.
	 *
	 * @param mostBytes 0 removes all
	 * @param labelledToo also removes images beside which labels lie; the labels stay
	 */
	public Cleared clear(long mostBytes, boolean labelledToo) throws IOException {
		List<Series> all = series();
		long bytes = all.stream().mapToLong(Series::bytes).sum();
		long before = bytes;
		int removed = 0;
		int images = 0;
		int left = 0;
		int used = 0;
		for (Series one : all) {
			if (bytes <= mostBytes) break;
			if (one.images().isEmpty()) continue;
			if (InUse.isUsed(one.folder())) {
				used++;
				continue;
			}
			if (one.hasLabels() && !labelledToo) {
				left++;
				continue;
			}
			remove(one);
			bytes -= one.bytes();
			removed++;
			images += one.images().size();
		}
		return new Cleared(removed, images, before - bytes, left, used, bytes);
	}

	private static void remove(Series one) throws IOException {
		for (Path image : one.images())
			Files.deleteIfExists(image);
		deleteIfEmpty(one.folder().resolve(LocalName.FRAMES));
		deleteIfEmpty(one.folder());
	}

	/** Or holds but what a break has left half: nobody uses it. */
	private static void deleteIfEmpty(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return;
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(ReceivedFiles::isUnfinished).toList())
				Files.deleteIfExists(file);
		}
		try (Stream<Path> rest = Files.list(folder)) {
			if (rest.findAny().isPresent()) return;
		}
		Files.deleteIfExists(folder);
	}

	/** The one used longest ago first. */
	private List<Series> series() throws IOException {
		List<Series> series = new ArrayList<>();
		if (!Files.isDirectory(root)) return series;
		try (Stream<Path> folders = Files.list(root)) {
			for (Path folder : folders.filter(f -> Files.isDirectory(f) && !InUse.isForMarks(f)).toList())
				series.add(look(folder));
		}
		series.sort(Comparator.comparing(Series::used));
		return series;
	}

	private static Series look(Path folder) throws IOException {
		List<Path> images = new ArrayList<>();
		boolean labels = false;
		long bytes = 0;
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String name = file.getFileName().toString();
				boolean own = file.getParent().equals(folder)
						? LocalName.isFileOfImage(name)
						: file.getParent().equals(folder.resolve(LocalName.FRAMES)) && LocalName.isFileOfFrame(name);
				if (own) images.add(file);
				if (own) bytes += size(file);
				labels |= !own && !ReceivedFiles.isUnfinished(file);
			}
		}
		return new Series(folder, images, bytes, labels, Files.getLastModifiedTime(folder));
	}

	private static long size(Path file) throws IOException {
		try {
			return Files.size(file);
		} catch (NoSuchFileException e) {
			return 0;
		}
	}
}
