package org.annotomy.imagej.lab;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.Magnification;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.slide.ViewRecorder;
import org.annotomy.imagej.slide.ViewReplay;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.viewing.ViewingPath;
import org.annotomy.slide.viewing.ViewingStore;
import org.annotomy.task.Progress;

import ij.IJ;
import ij.ImagePlus;

/** Viewing paths of a slide: recorded when the user asks for it, kept beside the slide, replayed and added up. */
public final class ViewingDesk {

	private static final String KEEPER = "annotomy.viewKeeper";

	private final AnnotationSession session;
	private final SlideImage slide;
	private final ViewingStore store;

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public ViewingDesk(AnnotationSession session) {
		this.session = session;
		this.slide = SlideImage.require(session.image());
		this.store = new ViewingStore(session.source().sidecar());
	}

	/**
	 * Puts recordings beside the slide that were left behind: because the program ended, or they could not be saved when the slide was closed.
	 *
	 * @return for the user; empty if there were none
	 */
	public Optional<String> takeIn() throws IOException {
		ViewingStore.Left left = store.takeIn();
		if (!left.kept().isEmpty())
			return Optional
					.of("A viewing path of this slide still cannot be saved beside it. It is kept, and is tried again later.");
		return left.saved() == 0
				? Optional.empty()
				: Optional.of("A viewing path that had not been saved the last time is now beside the slide.");
	}

	/**
	 * Begins to record, until {@link #stop} or the slide is closed. For the event thread.
	 *
	 * @throws IOException if what is recorded could be kept nowhere; then nothing is recorded. In words for the user
	 */
	public void start() throws IOException {
		if (ViewRecorder.of(slide).isPresent()) return;
		store.takeIn();
		Instant now = session.clock().instant();
		PathKeeper keeper = new PathKeeper(store,
				new ViewingPath(session.rater(), now, slide.getWidth(), slide.getHeight(), List.of()));
		ViewRecorder recorder;
		try {
			recorder = ViewRecorder.start(slide, session.rater(), now, keeper);
		} catch (IllegalArgumentException e) {
			keeper.drop();
			throw e;
		}
		slide.setProperty(KEEPER, keeper);
		// ImageJ takes the properties of an image away when it closes, before the session hears of it.
		session.onClose(() -> endOfSession(recorder, keeper));
	}

	/** Ends to record. For the event thread. @return saves what was recorded, on any thread; empty if nothing was being recorded */
	public Optional<PathKeeper.Recorded> stop() {
		return ViewRecorder.of(slide).map(recorder -> {
			PathKeeper keeper = (PathKeeper) slide.getProperty(KEEPER);
			slide.setProperty(KEEPER, null);
			return keeper.ended(recorder.stop());
		});
	}

	private static void endOfSession(ViewRecorder recorder, PathKeeper keeper) {
		if (recorder.isStopped()) return;
		try {
			keeper.ended(recorder.stop()).save();
		} catch (IOException e) {
			IJ.showStatus(e.getMessage());
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
		List<ViewingPath> paths = store.paths();
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
