package org.annotomy.ui.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.dicom.scan.StudyArchive;
import org.annotomy.image.FilesBelow;
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

	/** Files and folders of a folder. */
	private static final int LOOKED_AT = 200;
	private static final int MAX_DEPTH = 8;
	private static final long MAX_MS = 1_500;
	/** Readers of everyday formats have a higher number. */
	private static final int ESPECIALLY_OURS = 100;

	DropChoice {
		ours = List.copyOf(ours);
		theirs = List.copyOf(theirs);
	}

	/** Looks at the beginnings of some files, not longer than a moment: somebody holds the mouse. */
	static DropChoice of(List<Path> dropped, ImageReaders all) {
		return of(dropped, all, SlideReaders.discover(), MAX_MS);
	}

	/**
	 * As {@link #of(List, ImageReaders)}. What nobody has had the time to look at goes where what was dropped before it went.
	 *
	 * @param maxMs how long it may take, even if a disk does not answer
	 */
	static DropChoice of(List<Path> dropped, ImageReaders all, SlideReaders slides, long maxMs) {
		Looking looking = new Looking(dropped, all, slides, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(maxMs));
		Thread thread = new Thread(looking, "Annotomy drop");
		thread.setDaemon(true);
		thread.start();
		try {
			thread.join(maxMs);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		return looking.choice();
	}

	/** In a thread of its own, since what does not answer cannot be stopped. */
	private static final class Looking implements Runnable {

		private final List<Path> dropped;
		private final List<ImageReader> readers;
		private final SlideReaders slides;
		private final long end;
		private final List<Boolean> ours = Collections.synchronizedList(new ArrayList<>());

		Looking(List<Path> dropped, ImageReaders all, SlideReaders slides, long end) {
			this.dropped = List.copyOf(dropped);
			this.readers = all.readers().stream().filter(reader -> reader.priority() < ESPECIALLY_OURS).toList();
			this.slides = slides;
			this.end = end;
		}

		@Override
		public void run() {
			for (int i = 0; i < dropped.size() && (i == 0 || !isOver()); i++)
				ours.add(isOurs(dropped.get(i)));
		}

		private boolean isOver() { return System.nanoTime() - end > 0; }

		DropChoice choice() {
			List<Path> forUs = new ArrayList<>();
			List<Path> forThem = new ArrayList<>();
			List<Boolean> known = List.copyOf(ours);
			boolean here = false;
			for (int i = 0; i < dropped.size(); i++) {
				if (i < known.size()) here = known.get(i);
				(here ? forUs : forThem).add(dropped.get(i));
			}
			return new DropChoice(forUs, forThem);
		}

		private boolean isOurs(Path one) {
			try {
				if (slides.find(one).isPresent()) return true;
				if (Files.isDirectory(one)) return anyIsOurs(one);
				return isKnown(one) || StudyArchive.holdsStudies(one);
			} catch (IOException | RuntimeException e) {
				return false;
			}
		}

		private boolean isKnown(Path file) {
			try {
				for (ImageReader reader : readers)
					if (reader.recognises(file)) return true;
				return false;
			} catch (IOException e) {
				return false;
			}
		}

		/** The time is looked at for each entry: there may be many folders before the first file. */
		private boolean anyIsOurs(Path folder) throws IOException {
			AtomicInteger looked = new AtomicInteger();
			return !FilesBelow.of(folder, MAX_DEPTH, 1, () -> looked.getAndIncrement() < LOOKED_AT && !isOver(), this::isKnown)
					.isEmpty();
		}
	}
}
