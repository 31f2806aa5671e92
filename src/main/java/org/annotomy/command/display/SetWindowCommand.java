package org.annotomy.command.display;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.image.Window;
import org.annotomy.imagej.display.DisplayWindow;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link DisplayWindow#apply(Window)}. */
@Plugin(type = Command.class, visible = false, label = "Set Window...", description = "Shows the image through a display window given by numbers. Pixels and measurements stay as they are.")
public final class SetWindowCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image to show, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Center", persist = false, description = "The middle of the window, in the values of the image (for CT: HU).")
	private double center = 40;

	@Parameter(label = "Width", persist = false, description = "The width of the window, in the values of the image; at least 1 for LINEAR.")
	private double width = 400;

	@Parameter(label = "Shape", persist = false, description = "LINEAR as most files mean it, LINEAR_EXACT for values with fractions, SIGMOID for a soft S.")
	private Window.Function shape = Window.Function.LINEAR;

	@Override
	protected void execute() {
		DisplayWindow.of(image).apply(new Window(center, width, "", shape));
	}
}
