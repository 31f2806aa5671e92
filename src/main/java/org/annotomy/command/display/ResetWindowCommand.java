package org.annotomy.command.display;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.display.DisplayWindow;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link DisplayWindow#reset}. */
@Plugin(type = Command.class, visible = false, label = "Reset Window", description = "Shows the image as its file wants to be seen, or as it was before the first preset.")
public final class ResetWindowCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image to show, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Override
	protected void execute() {
		DisplayWindow.of(image).reset();
	}
}
