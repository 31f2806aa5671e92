package org.annotomy.dicom.scan;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.NotDicomException;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.slide.WsiSlideReader;
import org.annotomy.image.ImageReader;
import org.annotomy.image.ReadFailure;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Looks at all files of some folders, files and zip archives, at their headers only, with a few threads. What was found so far can be asked
 * for at any time and stays after a cancel. No file hides another: one that cannot be read is listed with the reason.
 */
public final class StudyScan implements Closeable {

	private static final Comparator<FoundStudy> ORDER = Comparator.comparing(FoundStudy::isStudy)
			.thenComparing(FoundStudy::moment).reversed()
			.thenComparing(FoundStudy::uid);

	private final List<Path> asked;
	private final List<ImageReader> others;
	private final HeaderCache cache;
	private final Archives archives = new Archives();
	private final Map<String, FoundStudy> studies = new LinkedHashMap<>();
	private final AtomicInteger fileNumber = new AtomicInteger();
	private int unknown;
	private volatile boolean complete;

	private StudyScan(List<Path> asked, List<ImageReader> others, HeaderCache cache) {
		this.asked = List.copyOf(asked);
		this.others = others.stream().filter(reader -> !reader.formatName().equals("DICOM")).toList();
		this.cache = cache;
	}

	/**
	 * @param asked files, folders, DICOMDIRs and zip archives that are there
	 * @param readers for formats other than DICOM
	 */
	public static StudyScan of(List<Path> asked, List<ImageReader> readers) {
		return new StudyScan(asked, readers, HeaderCache.ofUser());
	}

	/** As {@link #of}, remembering elsewhere or, with null, nowhere. */
	static StudyScan with(HeaderCache cache, List<Path> asked, List<ImageReader> readers) {
		return new StudyScan(asked, readers, cache);
	}

	/** What was asked for. */
	public List<Path> asked() {
		return asked;
	}

	/**
	 * Looks at everything.
	 *
	 * @throws IOException if what was asked for is not there or is too much
	 * @throws CancelledException if the user cancelled; what was found stays
	 */
	public void run(Progress progress) throws IOException {
		FileSearch search = new FileSearch(archives, progress);
		try {
			for (Path one : asked)
				search.add(one);
		} finally {
			search.problems().forEach((file, words) -> add(file, FileFacts.broken(words), null));
		}
		List<FoundFile> files = search.files();
		try {
			Workers.forEach(files.size(), new CountedProgress(progress, files.size()), "", i -> look(files.get(i)));
			complete = true;
		} finally {
			if (cache != null) cache.save();
		}
	}

	/** Whether everything was looked at. */
	public boolean isComplete() { return complete; }

	private void look(FoundFile file) {
		FileFacts known = cache == null ? null : cache.get(file);
		if (known != null) {
			add(file, known, null);
			return;
		}
		try {
			DicomFile header = header(file);
			remember(file, FileFacts.of(header), header.dataset());
		} catch (NotDicomException e) {
			remember(file, other(file), null);
		} catch (IOException | RuntimeException e) {
			remember(file, FileFacts.broken(ReadFailure.words(e)), null);
		}
	}

	private void remember(FoundFile file, FileFacts facts, DicomDataset dataset) {
		if (cache != null) cache.put(file, facts);
		add(file, facts, dataset);
	}

	/** Of the few kinds that may be in tiles as far as that is said, of all others no further than need be. */
	private DicomFile header(FoundFile file) throws IOException {
		DicomFile header = header(file, FileFacts.LAST_TAG);
		return WsiSlideReader.mayBeInTiles(header.dataset()) ? header(file, Tag.TOTAL_PIXEL_MATRIX_COLUMNS) : header;
	}

	private DicomFile header(FoundFile file, int last) throws IOException {
		if (!file.isPacked()) return DicomFileReader.readHeader(file.path(), last);
		try (ByteSource source = archives.of(file.path()).header(file.member())) {
			return DicomFileReader.readHeader(source, last);
		}
	}

	private FileFacts other(FoundFile file) {
		if (file.isPacked())
			return PackedFormats.of(file.name()).map(FileFacts::image).orElse(FileFacts.UNKNOWN);
		try {
			for (ImageReader reader : others)
				if (reader.recognises(file.path())) return FileFacts.image(OtherFormats.shortName(reader, file.path()));
			return FileFacts.UNKNOWN;
		} catch (IOException | RuntimeException e) {
			return FileFacts.broken(ReadFailure.words(e));
		}
	}

	private synchronized void add(FoundFile file, FileFacts facts, DicomDataset dataset) {
		if (OtherFormats.isSecondOfPair(file) && facts.kind() == FileFacts.Kind.IMAGE) return;
		if (facts.kind() == FileFacts.Kind.UNKNOWN) {
			unknown++;
			return;
		}
		boolean loose = facts.studyUid().isEmpty() || facts.seriesUid().isEmpty();
		String uid = facts.kind() == FileFacts.Kind.BROKEN || loose && !facts.isOpenable()
				? FoundStudy.REFUSED
				: loose ? FoundStudy.FILES : facts.studyUid();
		FoundStudy study = studies.computeIfAbsent(uid, FoundStudy::new);
		if (dataset != null) study.describe(dataset);
		study.series(loose ? FoundStudy.FILE + fileNumber.incrementAndGet() : facts.seriesUid()).add(file, facts, dataset);
	}

	/** How many files are no images at all. */
	public synchronized int unknown() {
		return unknown;
	}

	/** What was found so far: studies, the latest first, then other images, then what cannot be opened. Reads headers that were not read yet. */
	public List<FoundStudy> studies() {
		List<FoundStudy> copies = new ArrayList<>();
		synchronized (this) {
			for (FoundStudy study : studies.values())
				copies.add(study.copy());
		}
		for (FoundStudy study : copies)
			if (study.needsHeader()) header(study.first(), study.uid(), null).ifPresent(study::describe);
		copies.sort(ORDER);
		return copies;
	}

	/** The series of a study, by number, each with what its header says. */
	public List<FoundSeries> series(String studyUid) {
		List<FoundSeries> copies;
		synchronized (this) {
			FoundStudy study = studies.get(studyUid);
			copies = study == null ? List.of() : study.copy().series();
		}
		for (FoundSeries series : copies)
			if (series.needsHeader()) header(series.first(), studyUid, series.key()).ifPresent(series::describe);
		List<FoundSeries> sorted = new ArrayList<>(copies);
		sorted.sort(Comparator.comparing((FoundSeries s) -> s.row().number() < 0)
				.thenComparing(s -> s.row().number()).thenComparing(s -> s.isDicom() ? s.key() : "")
				.thenComparing(s -> s.row().description(), String.CASE_INSENSITIVE_ORDER));
		return sorted;
	}

	/** Of a file that the cache knew; kept for the next time. */
	private Optional<DicomDataset> header(FoundFile file, String studyUid, String seriesKey) {
		try {
			DicomDataset dataset = header(file).dataset();
			synchronized (this) {
				FoundStudy study = studies.get(studyUid);
				study.describe(dataset);
				if (seriesKey != null) study.series(seriesKey).describe(dataset);
			}
			return Optional.of(dataset);
		} catch (IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	/** What tells a member's bytes from others. */
	public String mark(FoundFile member) throws IOException {
		return archives.of(member.path()).mark(member.member());
	}

	/** Unpacks a member of an archive. */
	public void unpack(FoundFile member, Path target, Progress progress) throws IOException {
		archives.of(member.path()).unpack(member.member(), target, progress);
	}

	/** Closes the archives; they are opened again for what is asked for later. */
	@Override
	public void close() throws IOException {
		archives.close();
	}
}
