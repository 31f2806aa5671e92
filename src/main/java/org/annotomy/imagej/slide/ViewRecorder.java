package org.annotomy.imagej.slide;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import javax.swing.Timer;

import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.viewing.RestingView;
import org.annotomy.slide.viewing.ViewMoment;
import org.annotomy.slide.viewing.ViewingLog;
import org.annotomy.slide.viewing.ViewingPath;

/** Notes where a slide is looked at, from its start until it is stopped. It lives with the slide: no registry knows it. For the event thread. */
public final class ViewRecorder {

	private static final String KEY = "annotomy.viewRecorder";
	private static final int REST_MS = 250;

	private final SlideImage slide;
	private final SlideCanvas canvas;
	private final ViewingLog log;
	private final LongSupplier nanos;
	private final long begin;
	private final Instant started;
	private final String rater;
	private final Timer rest = new Timer(REST_MS, e -> rested());
	private final Runnable moved = this::moved;
	private boolean stopped;

	private ViewRecorder(SlideImage slide, SlideCanvas canvas, String rater, Instant started, Consumer<ViewMoment> ended,
			LongSupplier nanos) {
		log = new ViewingLog(ended);
		this.slide = slide;
		this.canvas = canvas;
		this.rater = rater;
		this.started = started;
		this.nanos = nanos;
		this.begin = nanos.getAsLong();
		rest.setRepeats(false);
	}

	/**
	 * Begins; does nothing if it is on already.
	 *
	 * @param rater pseudonym
	 * @param ended hears of each rest when it has ended
	 * @throws IllegalArgumentException if the slide has no window; in words for the user
	 */
	public static ViewRecorder start(SlideImage slide, String rater, Instant now, Consumer<ViewMoment> ended) {
		if (of(slide).isPresent()) return of(slide).get();
		SlideCanvas canvas = slide.slideCanvas().orElseThrow(
				() -> new IllegalArgumentException("There is nothing to record: the slide is not shown in a window."));
		ViewRecorder recorder = new ViewRecorder(slide, canvas, rater, now, ended, System::nanoTime);
		slide.setProperty(KEY, recorder);
		canvas.addViewListener(recorder.moved);
		recorder.rested();
		canvas.repaint();
		return recorder;
	}

	/** What records a slide just now. */
	public static Optional<ViewRecorder> of(SlideImage slide) {
		return slide.getProperty(KEY) instanceof ViewRecorder recorder ? Optional.of(recorder) : Optional.empty();
	}

	private long ms() {
		return (nanos.getAsLong() - begin) / 1_000_000;
	}

	private void moved() {
		log.moves(ms());
		rest.restart();
	}

	/** The view came to rest when the timer began. */
	void rested() {
		Camera camera = canvas.camera();
		log.rests(Math.max(0, ms() - REST_MS), new RestingView(camera.centreX(), camera.centreY(),
				1 / camera.magnification(), camera.degrees(), camera.width(), camera.height(), slide.plane().z(),
				slide.plane().t()));
	}

	/** Whether it was stopped. */
	public boolean isStopped() { return stopped; }

	/** Ends; also after the slide was closed. @return what was recorded; nobody has saved it yet */
	public ViewingPath stop() {
		stopped = true;
		rest.stop();
		canvas.removeViewListener(moved);
		slide.setProperty(KEY, null);
		canvas.repaint();
		PyramidLevel full = slide.slide().levels().get(0);
		return new ViewingPath(rater, started, full.width(), full.height(), log.end(ms()));
	}
}
