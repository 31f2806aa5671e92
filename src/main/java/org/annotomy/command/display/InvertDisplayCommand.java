package org.annotomy.command.display;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.display.DisplayWindow;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link DisplayWindow#toggleInverted}. */
@Plugin(type = Command.class, visible = false, label = "Invert Display", description = "Turns bright and dark round by the lookup table; the window, the pixels and measurements stay as they are.")
public final class InvertDisplayCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image to show, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Override
	protected void execute() {
		DisplayWindow.of(image).toggleInverted();
	}
}
