package org.annotomy.imagej.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.dicom.scan.FoundFile;
import org.annotomy.dicom.scan.FoundSeries;
import org.annotomy.dicom.scan.StudyScan;
import org.annotomy.dicom.series.LeftOutFiles;
import org.annotomy.dicom.transfer.RetrievedImages;
import org.annotomy.home.InUse;
import org.annotomy.home.UserFolder;
import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;

/**
 * Brings series of zip archives into the user's folder of unpacked images, where labels lie beside them. A series is known by the checksums
 * of its files, so that it comes to the same place from whatever archive. Images used long ago make room; labels never do.
 */
public final class Unpacking {

	private final StudyScan scan;
	private final RetrievedImages place;

	Unpacking(StudyScan scan) {
		this.scan = scan;
		this.place = ofUser();
	}

	/** All that was unpacked; the system property {@code annotomy.unpacked} names another folder. */
	public static RetrievedImages ofUser() {
		return new RetrievedImages(UserFolder.of("unpacked"), Clock.systemUTC());
	}

	/** Where the labels of a series would lie. */
	Path place(FoundSeries series) throws IOException {
		return place.place(key(series));
	}

	private String key(FoundSeries series) throws IOException {
		List<String> marks = new ArrayList<>();
		for (FoundFile file : series.files())
			marks.add(scan.mark(file));
		marks.sort(null);
		return (series.isDicom() ? series.key() : "") + marks;
	}

	/**
	 * Unpacks what is not there yet; plain files stay where they are. Of several files those that are broken are left out.
	 *
	 * @throws ImageFormatException if all are broken
	 */
	Unpacked files(FoundSeries series, Progress progress) throws IOException {
		List<FoundFile> files = series.files();
		if (files.stream().noneMatch(FoundFile::isPacked))
			return new Unpacked(files.stream().map(FoundFile::path).toList(), List.of(),
					InUse.of(files.get(0).path().toAbsolutePath().getParent()));
		Path folder = place.folder(key(series));
		InUse use = InUse.of(folder);
		try {
			Unpacked unpacked = unpack(series, folder, use, progress);
			place.clear(RetrievedImages.USUAL_BYTES, false);
			return unpacked;
		} catch (IOException | RuntimeException e) {
			use.close();
			throw e;
		}
	}

	/**
	 * Files that stay where they are until {@code use} is closed.
	 *
	 * @param notes what was left out, a sentence each
	 */
	record Unpacked(List<Path> files, List<String> notes, InUse use) {}

	private Unpacked unpack(FoundSeries series, Path folder, InUse use, Progress progress) throws IOException {
		LeftOutFiles leftOut = new LeftOutFiles();
		List<Path> unpacked = new ArrayList<>();
		ImageFormatException broken = null;
		for (int i = 0; i < series.files().size(); i++) {
			progress.checkCancelled();
			progress.update(i / (double) series.files().size(), "Unpacking");
			FoundFile file = series.files().get(i);
			try {
				unpacked.add(file.isPacked() ? unpack(file, folder, series.isDicom(), progress) : file.path());
			} catch (ImageFormatException e) {
				leftOut.unreadable(e);
				broken = e;
			}
		}
		if (unpacked.isEmpty() && broken != null) throw broken;
		return new Unpacked(unpacked, leftOut.warnings(), use);
	}

	private Path unpack(FoundFile file, Path folder, boolean dicom, Progress progress) throws IOException {
		Path target = RetrievedImages.file(folder, scan.mark(file) + file.member(), dicom ? ".dcm" : ending(file.name()));
		if (Files.exists(target) && Files.size(target) == file.bytes()) return target;
		RetrievedImages.write(target, unfinished -> scan.unpack(file, unfinished, progress));
		return target;
	}

	private static String ending(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.endsWith(".nii.gz") ? ".nii.gz" : lower.substring(lower.lastIndexOf('.'));
	}
}
