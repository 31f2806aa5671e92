package org.annotomy.imagej.study;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.scan.FoundFile;
import org.annotomy.dicom.scan.FoundSeries;
import org.annotomy.dicom.scan.FoundStudy;
import org.annotomy.dicom.scan.StudyScan;
import org.annotomy.dicom.series.SeriesReader;
import org.annotomy.dicom.series.SmallPicture;
import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyMatch;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.study.StudyRow;
import org.annotomy.dicom.study.StudySource;
import org.annotomy.home.InUse;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/** The studies in folders, files and zip archives of this computer. Every search looks at the disk again. */
public final class LocalSource implements StudySource, Closeable {

	/** Width and height at most of its small pictures, in pixels. */
	public static final int PICTURE = 160;

	private static final long TOLD_APART_NS = 400_000_000;
	private static final int MAX_UNPACKED_PICTURE = 64 << 20;

	private final List<Path> asked;
	private final ImageReaders readers;
	private volatile StudyScan scan;
	private InUse lastRead;

	/** @param asked files, folders, DICOMDIRs or zip archives */
	public LocalSource(List<Path> asked, ImageReaders readers) {
		this.asked = List.copyOf(asked);
		this.readers = readers;
		this.scan = StudyScan.of(asked, readers.readers());
	}

	/** What is looked at. */
	public List<Path> asked() {
		return asked;
	}

	@Override
	public String name() {
		return "this computer";
	}

	@Override
	public boolean isNear() { return true; }

	@Override
	public FoundStudies find(StudyQuery query, Progress progress) throws IOException {
		return find(query, progress, found -> {});
	}

	@Override
	public FoundStudies find(StudyQuery query, Progress progress, Consumer<FoundStudies> soFar) throws IOException {
		for (Path one : asked)
			if (!Files.exists(one)) throw new NoSuchFileException("There is no such file or folder.");
		scan.close();
		StudyScan fresh = StudyScan.of(asked, readers.readers());
		scan = fresh;
		try {
			fresh.run(new Telling(progress, () -> soFar.accept(found(fresh, query))));
		} catch (CancelledException | IOException e) {
			soFar.accept(found(fresh, query));
			throw e;
		}
		return found(fresh, query);
	}

	private static FoundStudies found(StudyScan scan, StudyQuery query) {
		Predicate<StudyRow> wanted = query.equals(StudyQuery.ALL) ? row -> true : new StudyMatch(query);
		return new FoundStudies(scan.studies().stream().map(FoundStudy::row).filter(wanted).toList(), false);
	}

	/** How many files were passed over because they are no images at all. */
	public int unknown() {
		return scan.unknown();
	}

	@Override
	public List<SeriesRow> series(StudyRow study, Progress progress) throws IOException {
		StudyScan at = scan;
		LabelsBeside labels = new LabelsBeside();
		Unpacking unpacking = new Unpacking(at);
		List<SeriesRow> rows = new ArrayList<>();
		for (FoundSeries series : at.series(study.studyUid())) {
			progress.checkCancelled();
			rows.add(series.row().withLabels(labels(series, labels, unpacking)));
		}
		return rows;
	}

	private static String labels(FoundSeries series, LabelsBeside labels, Unpacking unpacking) throws IOException {
		if (!series.isOpenable()) return "";
		List<FoundFile> files = series.files();
		if (files.get(0).isPacked()) return labels.in(unpacking.place(series).toAbsolutePath());
		return labels.of(files.stream().map(FoundFile::path).toList(), series.key());
	}

	/** All series of all studies, in the order of the lists; those that cannot be opened too. */
	public List<Listed> all(Progress progress) throws IOException {
		List<Listed> rows = new ArrayList<>();
		for (FoundStudy study : scan.studies())
			for (SeriesRow row : series(study.row(), progress))
				rows.add(new Listed(study.row(), row));
		return rows;
	}

	/** A series with its study. */
	public record Listed(StudyRow study, SeriesRow series) {

		/** Whether any of its files can be opened. */
		public boolean isOpenable() { return series.frames() != 0; }
	}

	private FoundSeries find(SeriesRow row) throws IOException {
		for (FoundSeries series : scan.series(row.studyUid()))
			if (series.key().equals(row.seriesUid())) return series;
		throw new IOException("This series was not found. Look at the folder again.");
	}

	/** The middle image; of formats other than DICOM, nothing if the file is large. */
	@Override
	public Optional<BufferedImage> thumbnail(SeriesRow row, Progress progress) throws IOException {
		FoundSeries series = find(row);
		if (!series.isOpenable()) return Optional.empty();
		FoundFile middle = series.files().get(series.files().size() / 2);
		if (middle.isPacked() && middle.bytes() > MAX_UNPACKED_PICTURE) return Optional.empty();
		Path unpacked = middle.isPacked() ? unpacked(middle, progress) : middle.path();
		try {
			return series.isDicom()
					? Optional.of(SmallPicture.of(ByteSource.of(unpacked), PICTURE))
					: FilePicture.of(unpacked, readers, PICTURE, progress);
		} finally {
			if (middle.isPacked()) Files.deleteIfExists(unpacked);
		}
	}

	private Path unpacked(FoundFile member, Progress progress) throws IOException {
		Path folder = Files.createTempDirectory("annotomy-picture");
		Path file = folder
				.resolve("picture" + (member.name().toLowerCase(java.util.Locale.ROOT).endsWith(".gz") ? ".nii.gz" : ""));
		try {
			scan.unpack(member, file, progress);
		} finally {
			folder.toFile().deleteOnExit();
		}
		return file;
	}

	private Unpacking.Unpacked files(SeriesRow row, Progress progress) throws IOException {
		FoundSeries series = find(row);
		if (!series.isOpenable()) throw new IOException(series.row().problem());
		return new Unpacking(scan).files(series, progress);
	}

	/**
	 * The images of a series. Their files stay where they are until another series is read or this source is closed: time to open labels,
	 * which keeps them there as well.
	 *
	 * @throws IOException if it cannot be opened; the message says why
	 */
	public List<MedicalImage> read(SeriesRow row, Progress progress) throws IOException {
		boolean dicom = find(row).isDicom();
		Unpacking.Unpacked unpacked = files(row, progress.part(0, 0.3));
		uses(unpacked.use());
		List<MedicalImage> images = dicom
				? SeriesReader.ofFiles(unpacked.files(), progress.part(0.3, 1))
				: readers.read(unpacked.files().get(0), progress.part(0.3, 1));
		if (unpacked.notes().isEmpty()) return images;
		List<MedicalImage> noted = new ArrayList<>(images);
		noted.set(0, images.get(0).withMoreWarnings(unpacked.notes()));
		return noted;
	}

	private synchronized void uses(InUse next) throws IOException {
		InUse before = lastRead;
		lastRead = next;
		if (before != null) before.close();
	}

	@Override
	public Fetched fetch(SeriesRow row, Progress progress) throws IOException {
		Unpacking.Unpacked unpacked = files(row, progress);
		return new Fetched(unpacked.files().get(0), unpacked.notes(), unpacked.use());
	}

	@Override
	public void close() throws IOException {
		uses(null);
		scan.close();
	}

	/** Tells now and then that there is more to show. */
	private static final class Telling implements Progress {

		private final Progress watcher;
		private final Runnable tell;
		private long last = System.nanoTime() - TOLD_APART_NS; // the first files show at once

		Telling(Progress watcher, Runnable tell) {
			this.watcher = watcher;
			this.tell = tell;
		}

		@Override
		public void update(double fraction, String doing) {
			watcher.update(fraction, doing);
			if (fraction >= 0 && isDue()) tell.run();
		}

		private synchronized boolean isDue() {
			long now = System.nanoTime();
			if (now - last < TOLD_APART_NS) return false;
			last = now;
			return true;
		}

		@Override
		public boolean isCancelled() { return watcher.isCancelled(); }
	}
}
