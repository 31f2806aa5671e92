package org.annotomy.command.slide;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.slide.SlideSync;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.WindowManager;

/** Menu entry for {@link SlideSync}. */
@Plugin(type = Command.class, visible = false, label = "Synchronize Slides...", description = "Moves, zooms and turns the windows of all open slides together, from where they stand now; or lets each go its own way.")
public final class SynchronizeSlidesCommand extends AnnotationCommand {

	@Parameter(label = "Together", persist = false, description = "Whether the slides move together from now on.")
	private boolean together = true;

	@Override
	protected void execute() {
		EventThread.run(this::change);
	}

	private void change() {
		List<SlideImage> slides = new ArrayList<>();
		int[] ids = WindowManager.getIDList();
		for (int id : ids == null ? new int[0] : ids)
			SlideImage.of(WindowManager.getImage(id)).ifPresent(slides::add);
		if (together) SlideSync.link(slides);
		else slides.forEach(slide -> SlideSync.of(slide).ifPresent(SlideSync::unlink));
	}
}
