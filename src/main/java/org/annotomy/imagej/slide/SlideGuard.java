package org.annotomy.imagej.slide;

import java.lang.ref.WeakReference;

import ij.CommandListener;
import ij.Executer;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

/**
 * Stands before ImageJ's commands while a slide is the active image: what cannot work on a slide is refused by name before it begins, so
 * that it neither hangs nor allocates. Does not keep the slide alive.
 */
final class SlideGuard implements CommandListener {

	private static final String MEASURE = "ij.plugin.filter.Analyzer";
	private static final String TO_SELECTION = "ij.plugin.Zoom(\"to\")";

	private final WeakReference<SlideImage> slide;

	private SlideGuard(SlideImage slide) {
		this.slide = new WeakReference<>(slide);
	}

	/** From now on watches over the slide. */
	static SlideGuard over(SlideImage slide) {
		SlideGuard guard = new SlideGuard(slide);
		Executer.addCommandListener(guard);
		return guard;
	}

	/** Ends the watch. */
	void leave() {
		Executer.removeCommandListener(this);
	}

	/** @return the command, or null if it was refused or has been done here */
	@Override
	public String commandExecuting(String command) {
		SlideImage watched = slide.get();
		if (watched == null) {
			leave();
			return command;
		}
		ImagePlus active = WindowManager.getCurrentImage();
		if (active != watched) return command;
		String call = (String) Menus.getCommands().get(command);
		if (!AllowedCommands.isAllowed(call, watched)) {
			Refusal.tell(command);
			return null;
		}
		return isDoneHere(call, watched) ? null : command;
	}

	/** What ImageJ would do in a way that does not fit a slide. */
	private static boolean isDoneHere(String call, SlideImage slide) {
		boolean zoom = TO_SELECTION.equals(call) && slide.getRoi() != null && slide.slideCanvas().isPresent();
		if (!zoom && !MEASURE.equals(call)) return false;
		if (zoom) slide.slideCanvas().get().showAround(slide.getRoi().getBounds());
		else new SlideMeasure(slide).measure();
		if (Recorder.record) Recorder.recordString(zoom ? "run(\"To Selection\");\n" : "run(\"Measure\");\n");
		return true;
	}
}
