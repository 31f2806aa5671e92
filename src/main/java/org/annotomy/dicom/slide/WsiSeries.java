package org.annotomy.dicom.slide;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.NotDicomException;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.series.LeftOutFiles;
import org.annotomy.image.FilesBelow;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;
import org.annotomy.task.Progress;

/** The files of one series that are a slide: levels from the largest to the smallest, and pictures beside it. */
final class WsiSeries implements Closeable {

	private static final int MAX_FILES = 5000;
	private static final Map<String, String> PICTURES = Map.of("LABEL", Slide.LABEL, "OVERVIEW", Slide.MACRO, "THUMBNAIL",
			Slide.THUMBNAIL);

	private final List<WsiInstance> instances = new ArrayList<>();
	private final List<WsiLevel> levels = new ArrayList<>();
	private final Map<String, WsiLevel> pictures = new LinkedHashMap<>();
	private final LeftOutFiles leftOut = new LeftOutFiles();
	private int otherSeries;

	private WsiSeries() {}

	/** A series of the folder. @param whole whether it is of the class of whole slides, not something else in tiles */
	private record Found(List<Path> files, boolean whole) {}

	/**
	 * Opens the series of a file, or the one of a folder: a whole slide rather than what lies in tiles beside it, such as its segmentation.
	 * Files that are broken are left out.
	 *
	 * @throws ImageFormatException if there is none, or the file itself is broken
	 */
	static WsiSeries open(Path fileOrFolder, Progress progress) throws IOException {
		boolean folder = Files.isDirectory(fileOrFolder);
		Path place = folder ? fileOrFolder : fileOrFolder.toAbsolutePath().getParent();
		List<Path> files = FilesBelow.of(place, 1, MAX_FILES, file -> true).stream().sorted().toList();
		String wanted = folder ? null : header(fileOrFolder).map(WsiSeries::uid).orElse(null);
		if (!folder && wanted == null) throw new ImageFormatException("This DICOM file holds no tiles of a slide.");
		WsiSeries series = new WsiSeries();
		Map<String, Found> found = new LinkedHashMap<>();
		for (int i = 0; i < files.size(); i++) {
			progress.checkCancelled();
			progress.update((double) i / files.size(), "Looking for the files of the slide");
			series.look(files.get(i), wanted, found);
		}
		if (found.isEmpty()) throw new ImageFormatException("The folder holds no slide.");
		series.otherSeries = found.size() - 1;
		Found chosen = found.values().stream().filter(Found::whole).findFirst().orElse(found.values().iterator().next());
		series.open(chosen.files(), folder ? null : fileOrFolder);
		return series;
	}

	private void look(Path file, String wanted, Map<String, Found> found) {
		try {
			Optional<DicomDataset> header = header(file);
			if (header.isEmpty() || wanted != null && !wanted.equals(uid(header.get()))) return;
			found.computeIfAbsent(uid(header.get()), s -> new Found(new ArrayList<>(), WsiSlideReader.isWhole(header.get())))
					.files()
					.add(file);
		} catch (IOException | RuntimeException e) {
			leftOut.unreadable(e);
		}
	}

	private static String uid(DicomDataset dataset) {
		return dataset.string(Tag.SERIES_INSTANCE_UID, "");
	}

	/** Whether the file is a part of a slide; not if it cannot be read. */
	static boolean isPart(Path file) {
		try {
			return header(file).isPresent();
		} catch (IOException | RuntimeException e) {
			return false;
		}
	}

	/** Of a file in tiles; empty of others. @throws IOException if it is a DICOM file that is broken, or cannot be read */
	private static Optional<DicomDataset> header(Path file) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			if (!DicomFileReader.recognises(source)) return Optional.empty();
			DicomDataset dataset = DicomFileReader.readHeader(source, Tag.SERIES_INSTANCE_UID).dataset();
			if (!WsiSlideReader.isWhole(dataset) && WsiSlideReader.mayBeInTiles(dataset))
				dataset = DicomFileReader.readHeader(source, Tag.TOTAL_PIXEL_MATRIX_COLUMNS).dataset();
			return WsiSlideReader.isSlide(dataset) ? Optional.of(dataset) : Optional.empty();
		} catch (NotDicomException e) {
			return Optional.empty();
		}
	}

	private void open(List<Path> files, Path chosen) throws IOException {
		try {
			Set<String> seen = new HashSet<>();
			WsiInstance named = null;
			for (Path file : files) {
				boolean asked = chosen != null && Files.isSameFile(file, chosen);
				WsiInstance instance = open(file, asked || files.size() == 1);
				if (instance == null) continue;
				instances.add(instance);
				if (asked) named = instance;
				if (seen.add(instance.dataset().string(Tag.SOP_INSTANCE_UID, ""))) place(instance);
			}
			if (instances.isEmpty()) throw new ImageFormatException(String.join(" ", leftOut.warnings()));
			levels.sort(Comparator.comparingLong(level -> -(long) level.first().width() * level.first().height()));
			if (levels.isEmpty()) levels.add(new WsiLevel(named == null ? instances.get(0) : named));
			dropOthers();
		} catch (IOException | RuntimeException e) {
			close();
			throw e;
		}
	}

	/** Null if it is broken and not the one that matters. */
	private WsiInstance open(Path file, boolean matters) throws IOException {
		try {
			return WsiInstance.open(file);
		} catch (IOException e) {
			if (matters) throw e;
			leftOut.unreadable(e);
		} catch (RuntimeException e) {
			if (matters) throw new ImageFormatException("The DICOM file is broken.", e);
			leftOut.unreadable(e);
		}
		return null;
	}

	private void place(WsiInstance instance) {
		String picture = PICTURES.get(instance.flavour());
		if (picture != null) {
			WsiLevel known = pictures.putIfAbsent(picture, new WsiLevel(instance));
			if (known != null) known.add(instance);
		} else if (levels.stream().noneMatch(level -> level.add(instance))) levels.add(new WsiLevel(instance));
	}

	/** What is no smaller than the level before, or of another kind, is no level. */
	private void dropOthers() {
		List<WsiLevel> kept = new ArrayList<>();
		for (WsiLevel level : levels) {
			WsiLevel last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
			boolean smaller = last == null
					|| level.first().width() < last.first().width() && level.first().kind() == last.first().kind();
			if (smaller) kept.add(level);
		}
		levels.clear();
		levels.addAll(kept);
	}

	List<WsiLevel> levels() {
		return levels;
	}

	Map<String, WsiLevel> pictures() {
		return pictures;
	}

	/** What was left out, in words for the user. */
	List<String> warnings() {
		return leftOut.warnings();
	}

	/** Series in the folder besides this one. */
	int otherSeries() {
		return otherSeries;
	}

	@Override
	public void close() throws IOException {
		for (WsiInstance instance : instances)
			instance.close();
	}
}
