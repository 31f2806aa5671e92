package org.annotomy.imagej.slide;

import java.util.function.Consumer;
import java.util.function.Function;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.slide.SlideFacts;

/**
 * Where a slide is looked at, said in the words of pathology. Without a window the place is checked and remembered with the image, so that a
 * macro runs the same without a display. With a window for the event thread.
 */
public final class SlideNavigation {

	private static final String KEY = "annotomy.slideView";
	private static final int PERCENT = 100;
	private static final double MARGIN = 0.96;

	private final SlideImage slide;

	public SlideNavigation(SlideImage slide) {
		this.slide = slide;
	}

	/** The view as it is: of the window, or as it was last set without one; at first the whole slide. */
	Camera camera() {
		Function<SlideCanvas, Camera> shown = SlideCanvas::camera;
		return slide.slideCanvas().map(shown).orElseGet(this::remembered);
	}

	private Camera remembered() {
		if (slide.getProperty(KEY) instanceof Camera camera) return camera;
		int width = 1024;
		int height = 768;
		double fit = Math.min((double) width / slide.getWidth(), (double) height / slide.getHeight());
		return new Camera(slide.getWidth() / 2.0, slide.getHeight() / 2.0, fit, 0, width, height);
	}

	/** What of level 0 the upright view spans. */
	public Box visible() {
		return camera().visible();
	}

	/** The middle of the view. */
	public Point centre() {
		Camera camera = camera();
		return new Point(camera.centreX(), camera.centreY());
	}

	/** Shows the whole slide. */
	public void fit() {
		change(SlideCanvas::fit, null);
	}

	/**
	 * Goes to a place.
	 *
	 * @param centre in pixels of level 0
	 * @param power as of an objective (percent of level 0 where neither objective nor pixel size is known); 0 for the magnification as it is
	 * @throws IllegalArgumentException if the place is not on the slide; in words for the user
	 */
	public void go(Point centre, double power) {
		if (!(centre.x() >= 0 && centre.y() >= 0 && centre.x() <= slide.getWidth() && centre.y() <= slide.getHeight()))
			throw new IllegalArgumentException("This place is not on the slide, which has " + slide.getWidth() + " × "
					+ slide.getHeight() + " pixels.");
		double magnification = power > 0 ? onScreen(power) : camera().magnification();
		Camera wanted = camera().at(centre.x(), centre.y()).magnified(magnification);
		change(canvas -> canvas.show(centre, magnification), wanted);
	}

	/**
	 * Shows a box as large as the window allows beside the overview, with a little around it.
	 *
	 * @param box in pixels of level 0
	 * @param mostPower as of an objective, further it is not magnified; full resolution where neither objective nor pixel size is known
	 */
	public void goAround(Box box, double mostPower) {
		Camera camera = camera();
		boolean known = !Double.isNaN(Magnification.ofLevel0(slide.slide().facts()));
		double most = known ? onScreen(mostPower) : 1;
		Function<SlideCanvas, Integer> taken = SlideCanvas::overviewWidth;
		double beside = camera.degrees() == 0 ? slide.slideCanvas().map(taken).orElse(0) : 0;
		double fit = MARGIN * Math.min((camera.width() - beside) / box.width(), camera.height() / box.height());
		Camera near = camera.magnified(Math.min(most, fit));
		Camera wanted = near.at(box.centre().x() + beside / 2 / near.magnification(), box.centre().y());
		change(canvas -> canvas.show(wanted), wanted);
	}

	/** Turns the view clockwise to this angle. */
	public void turn(double degrees) {
		change(canvas -> canvas.turn(degrees), camera().turned(degrees));
	}

	private double onScreen(double power) {
		SlideFacts facts = slide.slide().facts();
		return Double.isNaN(Magnification.ofLevel0(facts)) ? power / PERCENT : Magnification.onScreen(facts, power);
	}

	/** @param remembered null for the whole slide */
	private void change(Consumer<SlideCanvas> action, Camera remembered) {
		if (slide.slideCanvas().isPresent()) action.accept(slide.slideCanvas().get());
		else slide.setProperty(KEY, remembered);
	}
}
