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
import java.util.Set;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
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
	private int otherSeries;

	private WsiSeries() {}

	/**
	 * Opens the series of a file, or the one of a folder.
	 *
	 * @throws ImageFormatException if there is none
	 */
	static WsiSeries open(Path fileOrFolder, Progress progress) throws IOException {
		boolean folder = Files.isDirectory(fileOrFolder);
		Path place = folder ? fileOrFolder : fileOrFolder.toAbsolutePath().getParent();
		List<Path> files = FilesBelow.of(place, 1, MAX_FILES, file -> true).stream().sorted().toList();
		String wanted = folder ? null : seriesOf(fileOrFolder);
		if (!folder && wanted == null) throw new ImageFormatException("This DICOM file holds no tiles of a slide.");
		Map<String, List<Path>> found = new LinkedHashMap<>();
		for (int i = 0; i < files.size(); i++) {
			progress.checkCancelled();
			progress.update((double) i / files.size(), "Looking for the files of the slide");
			String series = seriesOf(files.get(i));
			if (series != null && (wanted == null || wanted.equals(series)))
				found.computeIfAbsent(series, s -> new ArrayList<>()).add(files.get(i));
		}
		if (found.isEmpty()) throw new ImageFormatException("The folder holds no slide.");
		WsiSeries series = new WsiSeries();
		series.otherSeries = found.size() - 1;
		series.open(found.values().iterator().next(), folder ? null : fileOrFolder);
		return series;
	}

	/** The UID of the series if the file is a part of a slide, else null. */
	static String seriesOf(Path file) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			if (!DicomFileReader.recognises(source)) return null;
			DicomDataset dataset = DicomFileReader.readHeader(source, Tag.SERIES_INSTANCE_UID).dataset();
			return WsiSlideReader.isSlide(dataset) ? dataset.string(Tag.SERIES_INSTANCE_UID, "") : null;
		} catch (ImageFormatException e) {
			return null;
		}
	}

	private void open(List<Path> files, Path chosen) throws IOException {
		try {
			Set<String> seen = new HashSet<>();
			WsiInstance named = null;
			for (Path file : files) {
				WsiInstance instance = WsiInstance.open(file);
				instances.add(instance);
				if (chosen != null && Files.isSameFile(file, chosen)) named = instance;
				if (seen.add(instance.dataset().string(Tag.SOP_INSTANCE_UID, ""))) place(instance);
			}
			levels.sort(Comparator.comparingLong(level -> -(long) level.first().width() * level.first().height()));
			if (levels.isEmpty()) levels.add(new WsiLevel(named == null ? instances.get(0) : named));
			dropOthers();
		} catch (IOException | RuntimeException e) {
			close();
			throw e;
		}
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
