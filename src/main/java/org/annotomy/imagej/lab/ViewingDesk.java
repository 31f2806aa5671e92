package org.annotomy.imagej.lab;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.Magnification;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.slide.ViewRecorder;
import org.annotomy.imagej.slide.ViewReplay;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.viewing.ViewingFile;
import org.annotomy.slide.viewing.ViewingPath;
import org.annotomy.task.Progress;

import ij.IJ;
import ij.ImagePlus;

/** Viewing paths of a slide: recorded when the user asks for it, kept beside the slide, replayed and added up. */
public final class ViewingDesk {

	private final AnnotationSession session;
	private final SlideImage slide;
	private final ViewingFile file;

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public ViewingDesk(AnnotationSession session) {
		this.session = session;
		this.slide = SlideImage.require(session.image());
		this.file = new ViewingFile(session.source().sidecar());
	}

	/** Begins to record, until {@link #stop} or the slide is closed. For the event thread. */
	public void start() {
		if (ViewRecorder.of(slide).isPresent()) return;
		ViewRecorder.start(slide, session.rater(), session.clock().instant());
		session.onClose(this::saveAtTheEnd);
	}

	/** Ends to record. For the event thread. @return what was recorded; empty if nothing was being recorded */
	public Optional<ViewingPath> stop() {
		return ViewRecorder.of(slide).map(ViewRecorder::stop);
	}

	/** Adds a recording to the file beside the slide. */
	public void save(ViewingPath path) throws IOException {
		if (!path.moments().isEmpty()) file.add(path);
	}

	private void saveAtTheEnd() {
		try {
			Optional<ViewingPath> path = stop();
			if (path.isPresent()) save(path.get());
		} catch (IOException e) {
			IJ.showStatus("The viewing path could not be saved beside the slide.");
		}
	}

	/**
	 * Moves the window the way that was recorded.
	 *
	 * @param number of the recording, from 1; 0: the last one
	 * @param show runs what it is given on the event thread
	 * @throws IllegalArgumentException if there is none; in words for the user
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public void replay(int number, double speed, Consumer<Runnable> show, Progress progress)
			throws IOException, InterruptedException {
		List<ViewingPath> paths = paths();
		new ViewReplay(slide).play(one(paths, number == 0 ? paths.size() : number), speed, show, progress);
	}

	/**
	 * Seconds that each place was in view.
	 *
	 * @param number of the recording, from 1; 0: all together
	 * @param magnification only views at this or more count, as of an objective (in percent if that is not known); 0: all
	 * @throws IllegalArgumentException if there is none; in words for the user
	 */
	public ImagePlus heat(int number, double magnification) throws IOException {
		List<ViewingPath> paths = paths();
		SlideFacts facts = slide.slide().facts();
		double full = Magnification.ofLevel0(facts);
		double mostDownsample = magnification <= 0 ? 0 : (Double.isNaN(full) ? 100 : full) / magnification;
		return new ViewReplay(slide).heat(number == 0 ? paths : List.of(one(paths, number)), mostDownsample * (1 + 1e-9));
	}

	private List<ViewingPath> paths() throws IOException {
		List<ViewingPath> paths = file.read();
		if (paths.isEmpty())
			throw new IllegalArgumentException("No viewing path of this slide was recorded. Use Record Viewing Path... first.");
		return paths;
	}

	private static ViewingPath one(List<ViewingPath> paths, int number) {
		if (number < 1 || number > paths.size())
			throw new IllegalArgumentException(
					"There is no recording " + number + ": the slide has " + paths.size() + ".");
		return paths.get(number - 1);
	}
}
