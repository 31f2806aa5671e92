package org.annotomy.dicom.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.NotDicomException;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Reads the series of a folder, or the one that a file belongs to. Each file is opened once: header and pixels in one pass. What is too large
 * for the memory, and long compressed films, are decoded on demand instead.
 */
public final class SeriesReader {

	private static final String DOING = "Reading DICOM files";
	/** What is kept of a frame besides its pixels, in bytes. */
	private static final long PER_FRAME = 512;

	private final Progress progress;
	private final MemoryBudget memory = MemoryBudget.ofThisJava();
	private final MemoryBudget places = new MemoryBudget(Runtime.getRuntime().maxMemory() / 4);
	private final Collection<DicomInstance> found = new ConcurrentLinkedQueue<>();
	private final Collection<DicomInstance> multiFrames = new ConcurrentLinkedQueue<>();
	private final LeftOutFiles leftOut = new LeftOutFiles();
	private final Path asked;
	private final String wantedSeries;

	/** @param asked whose failure is a failure of all, or null */
	private SeriesReader(Path asked, String wantedSeries, Progress progress) {
		this.asked = asked;
		this.wantedSeries = wantedSeries;
		this.progress = progress;
	}

	/**
	 * The images of the series that {@code file} belongs to, from all files beside it; the image that holds {@code file} comes first.
	 *
	 * @throws ImageFormatException if the file itself cannot be shown
	 */
	public static List<MedicalImage> ofFile(Path file, Progress progress) throws IOException {
		DicomDataset dataset;
		try (ByteSource source = ByteSource.of(file)) {
			DicomFile header = DicomFileReader.readHeader(source);
			dataset = header.dataset();
			if (FrameReader.hasPixels(dataset)) PixelFormat.of(dataset);
		}
		String series = dataset.string(Tag.SERIES_INSTANCE_UID, "");
		List<Path> files = series.isEmpty() ? List.of(file) : siblings(file);
		List<MedicalImage> images = new SeriesReader(file, series, progress).read(files);
		images.sort((a, b) -> Boolean.compare(b.files().contains(file), a.files().contains(file)));
		return images;
	}

	/**
	 * The images of all series among {@code files}.
	 *
	 * @throws ImageFormatException if there is none
	 */
	public static List<MedicalImage> ofFiles(List<Path> files, Progress progress) throws IOException {
		return new SeriesReader(null, null, progress).read(files);
	}

	/**
	 * The images of instances whose frames are elsewhere; they are asked for when they are shown.
	 *
	 * @throws ImageFormatException if there is none
	 */
	public static List<MedicalImage> ofDistant(List<DistantInstance> instances, Progress progress) throws IOException {
		SeriesReader reader = new SeriesReader(null, null, progress);
		for (DistantInstance instance : instances)
			reader.found.add(reader.bounded(DicomInstance.of(instance)));
		return reader.images();
	}

	private static List<Path> siblings(Path file) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		try (Stream<Path> files = Files.list(folder)) {
			// Keep the way in which the caller named the file.
			return files.map(f -> file.resolveSibling(f.getFileName())).filter(f -> f.equals(file) || Files.isRegularFile(f))
					.sorted().toList();
		}
	}

	private List<MedicalImage> read(List<Path> files) throws IOException {
		try {
			Workers.forEach(files.size(), progress.part(0, 0.9), DOING, i -> readFile(files.get(i)));
			readMultiFrames();
			return images();
		} finally {
			for (DicomInstance instance : found)
				instance.close();
		}
	}

	private void readFile(Path file) throws IOException {
		DicomInstance instance = attempt(file, () -> open(file, ByteSource.of(file)));
		if (instance == null) return;
		found.add(instance);
		if (instance.isLongFilm() || !memory.take(instance.memoryBytes())) {
			instance.close();
			return;
		}
		if (instance.frames() > 1) {
			multiFrames.add(instance);
			return;
		}
		Object loaded = attempt(file, () -> {
			instance.load(0);
			return instance;
		});
		if (loaded == null) found.remove(instance);
		instance.close();
	}

	private void readMultiFrames() throws IOException {
		for (DicomInstance instance : multiFrames) {
			Object loaded = attempt(instance.file(), () -> {
				Workers.forEach(instance.frames(), progress.part(0.9, 1), DOING, instance::load);
				return instance;
			});
			if (loaded == null) found.remove(instance);
			instance.close();
		}
	}

	private interface Attempt<T> {
		T run() throws IOException;
	}

	/** The result, or null if it failed: a neighbour's failure is a warning, that of the file asked for is a failure of all. */
	private <T> T attempt(Path file, Attempt<T> work) throws IOException {
		try {
			return work.run();
		} catch (CancelledException e) {
			throw e;
		} catch (UncheckedIOException e) {
			leaveOut(file, e.getCause());
		} catch (IOException e) {
			leaveOut(file, e);
		} catch (RuntimeException e) {
			leaveOut(file, new ImageFormatException("The DICOM file is broken.", e));
		}
		return null;
	}

	private void leaveOut(Path file, IOException failure) throws IOException {
		if (file.equals(asked)) throw failure;
		if (!(failure instanceof NotDicomException)) leftOut.unreadable(failure);
		else if (asked == null) leftOut.notDicom();
	}

	/** Null if the file belongs to another series or holds no pixels. */
	private DicomInstance open(Path file, ByteSource source) throws IOException {
		DicomFile header;
		try {
			header = DicomFileReader.readHeader(source);
		} catch (IOException | RuntimeException e) {
			source.close();
			throw e;
		}
		boolean wanted = wantedSeries == null || wantedSeries.equals(header.dataset().string(Tag.SERIES_INSTANCE_UID, ""));
		if (wanted && (file.equals(asked) || FrameReader.hasPixels(header.dataset())))
			return bounded(DicomInstance.of(file, source, header));
		source.close();
		if (wanted) leftOut.withoutPixels();
		return null;
	}

	/** So many frames may be stated in so few bytes that what is kept of each does not fit, though none is decoded. */
	private DicomInstance bounded(DicomInstance instance) throws IOException {
		if (places.take(PER_FRAME * instance.frames())) return instance;
		instance.close();
		throw new ImageFormatException("The file states " + instance.frames() + " frames, for which there is not enough memory.");
	}

	private List<MedicalImage> images() throws IOException {
		Map<String, List<DicomInstance>> series = new TreeMap<>();
		for (DicomInstance instance : found) {
			String uid = instance.dataset().string(Tag.SERIES_INSTANCE_UID, "");
			String key = uid.isEmpty() ? "file " + instance.file() : uid;
			series.computeIfAbsent(key, k -> new ArrayList<>()).add(instance);
		}
		List<List<DicomInstance>> inOrder = new ArrayList<>(series.values());
		inOrder.sort(Comparator.comparingInt(SeriesReader::seriesNumber));
		List<MedicalImage> images = new ArrayList<>();
		for (List<DicomInstance> instances : inOrder) {
			List<MedicalImage> ofSeries = attempt(instances.get(0).file(), () -> imagesOfSound(instances));
			if (ofSeries != null) images.addAll(ofSeries);
		}
		if (images.isEmpty()) throw new ImageFormatException(leftOut.reason());
		if (!leftOut.warnings().isEmpty()) images.set(0, images.get(0).withMoreWarnings(leftOut.warnings()));
		return images;
	}

	/** If a series cannot be made an image, then without the files that cannot be made one either when they are alone. */
	private List<MedicalImage> imagesOfSound(List<DicomInstance> series) throws IOException {
		try {
			return images(series);
		} catch (CancelledException e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			if (series.size() == 1) throw e;
			List<DicomInstance> sound = new ArrayList<>();
			for (DicomInstance instance : series)
				if (attempt(instance.file(), () -> images(List.of(instance))) != null) sound.add(instance);
			if (sound.size() == series.size()) throw e;
			return sound.isEmpty() ? null : images(sound);
		}
	}

	private List<MedicalImage> images(List<DicomInstance> series) throws IOException {
		List<SeriesStack> stacks = SeriesSplitter.split(series, asked);
		List<MedicalImage> images = new ArrayList<>();
		for (int i = 0; i < stacks.size(); i++)
			images.add(ImageAssembler.assemble(stacks.get(i), stacks.size() == 1 ? 0 : i + 1));
		return images;
	}

	private static int seriesNumber(List<DicomInstance> series) {
		return series.stream().mapToInt(i -> i.dataset().integer(Tag.SERIES_NUMBER, Integer.MAX_VALUE)).min().orElseThrow();
	}
}
