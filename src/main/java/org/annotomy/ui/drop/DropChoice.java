package org.annotomy.ui.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.dicom.scan.StudyArchive;
import org.annotomy.image.ImageReader;
import org.annotomy.image.ImageReaders;
import org.annotomy.slide.SlideReaders;

/**
 * Who opens what was dropped onto ImageJ: this program what it knows better (DICOM, NIfTI, NRRD, MetaImage, whole slides; folders and zip archives that
 * hold any of these), ImageJ all the rest, as without this program.
 *
 * @param ours in the order in which they were dropped
 * @param theirs in the order in which they were dropped
 */
record DropChoice(List<Path> ours, List<Path> theirs) {

	private static final int LOOKED_AT = 100;
	private static final int MAX_DEPTH = 8;
	private static final long MAX_NS = 1_500_000_000;
	/** Readers of everyday formats have a higher number. */
	private static final int ESPECIALLY_OURS = 100;

	DropChoice {
		ours = List.copyOf(ours);
		theirs = List.copyOf(theirs);
	}

	/** Looks at the beginnings of some files, not longer than a moment: somebody holds the mouse. */
	static DropChoice of(List<Path> dropped, ImageReaders all) {
		List<ImageReader> readers = all.readers().stream().filter(reader -> reader.priority() < ESPECIALLY_OURS).toList();
		SlideReaders slides = SlideReaders.discover();
		long end = System.nanoTime() + MAX_NS;
		List<Path> ours = new ArrayList<>();
		List<Path> theirs = new ArrayList<>();
		for (Path one : dropped)
			(isOurs(one, readers, slides, end) ? ours : theirs).add(one);
		return new DropChoice(ours, theirs);
	}

	private static boolean isOurs(Path dropped, List<ImageReader> readers, SlideReaders slides, long end) {
		try {
			if (slides.find(dropped).isPresent()) return true;
			if (Files.isDirectory(dropped)) return anyIsOurs(dropped, readers, end);
			return isKnown(dropped, readers) || StudyArchive.holdsStudies(dropped);
		} catch (IOException | RuntimeException e) {
			return false;
		}
	}

	private static boolean isKnown(Path file, List<ImageReader> readers) throws IOException {
		for (ImageReader reader : readers)
			if (reader.recognises(file)) return true;
		return false;
	}

	private static boolean anyIsOurs(Path folder, List<ImageReader> readers, long end) throws IOException {
		try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
			Iterator<Path> files = walk.filter(Files::isRegularFile).limit(LOOKED_AT).iterator();
			while (files.hasNext() && System.nanoTime() < end)
				if (isKnown(files.next(), readers)) return true;
			return false;
		} catch (UncheckedIOException e) {
			return false;
		}
	}
}
