package org.annotomy.imagej.slide;

import java.util.List;

import org.annotomy.slide.viewing.RestingView;
import org.annotomy.slide.viewing.ViewMoment;
import org.annotomy.slide.viewing.ViewingHeat;
import org.annotomy.slide.viewing.ViewingPath;
import org.annotomy.task.Progress;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.plugin.LutLoader;
import ij.process.FloatProcessor;

/** Shows recorded viewing paths: the window goes the way again, or an image says how long each place was in view. */
public final class ViewReplay {

	private static final long LONGEST_MS = 10_000;

	private final SlideImage slide;

	/** Waits between two views. */
	interface Pause {
		void of(long ms) throws InterruptedException;
	}

	public ViewReplay(SlideImage slide) {
		this.slide = slide;
	}

	/**
	 * Goes from rest to rest; none lasts longer than ten seconds.
	 *
	 * @param speed times as fast as it was recorded
	 * @param show runs what it is given on the event thread
	 * @throws IllegalArgumentException if the path is of a slide of another size
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public void play(ViewingPath path, double speed, java.util.function.Consumer<Runnable> show, Progress progress)
			throws InterruptedException {
		play(path, speed, show, progress, Thread::sleep);
	}

	void play(ViewingPath path, double speed, java.util.function.Consumer<Runnable> show, Progress progress, Pause pause)
			throws InterruptedException {
		requireSize(path);
		List<ViewMoment> moments = path.moments();
		for (int i = 0; i < moments.size(); i++) {
			progress.checkCancelled();
			progress.update((double) i / moments.size(), "Replaying the viewing path");
			RestingView view = moments.get(i).view();
			show.accept(() -> go(view));
			pause.of(Math.min(LONGEST_MS, (long) (moments.get(i).durationMs() / speed)));
		}
	}

	/** With the same piece of the slide in the window, however large that is now. */
	private void go(RestingView view) {
		SlideCanvas canvas = slide.slideCanvas()
				.orElseThrow(
						() -> new IllegalArgumentException("A viewing path is replayed in the slide's window; it has none."));
		slide.setPosition(1, view.z() + 1, view.t() + 1);
		double fit = Math.min((double) canvas.getWidth() / view.width(), (double) canvas.getHeight() / view.height());
		canvas.show(canvas.camera().at(view.centreX(), view.centreY()).magnified(fit / view.downsample()).turned(view.degrees()));
	}

	/**
	 * Seconds that each place was in view, as an image in the slide's coordinates.
	 *
	 * @param mostDownsample coarser views do not count; 0: all do
	 * @throws IllegalArgumentException if a path is of a slide of another size
	 */
	public ImagePlus heat(List<ViewingPath> paths, double mostDownsample) {
		ViewingHeat heat = new ViewingHeat(slide.getWidth(), slide.getHeight());
		for (ViewingPath path : paths) {
			requireSize(path);
			heat.add(path.moments(), mostDownsample);
		}
		FloatProcessor pixels = new FloatProcessor(heat.width(), heat.height(), heat.seconds());
		pixels.resetMinAndMax();
		ImagePlus image = new ImagePlus(slide.getTitle() + " seconds in view", pixels);
		Calibration calibration = slide.getCalibration().copy();
		calibration.pixelWidth *= heat.scale();
		calibration.pixelHeight *= heat.scale();
		calibration.setValueUnit("s");
		image.setCalibration(calibration);
		pixels.setColorModel(LutLoader.getLut("fire"));
		return image;
	}

	private void requireSize(ViewingPath path) {
		path.requireSize(slide.getWidth(), slide.getHeight());
	}
}
