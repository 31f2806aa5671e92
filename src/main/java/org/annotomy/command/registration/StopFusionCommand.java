package org.annotomy.command.registration;

import java.util.Optional;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.fusion.SlideCheck;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Takes the upper image off. */
@Plugin(type = Command.class, visible = false, label = "Stop Fusion", description = "Takes the image that lies over another one off it, in all views; ends the check of two slides.")
public final class StopFusionCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The lower image or an orthogonal view of it, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Override
	protected void execute() {
		Optional<SlideCheck> check = SlideCheck.of(image);
		if (check.isPresent()) EventThread.run(check.get()::stop);
		else Fusion.require(image).stop();
	}
}
