package org.annotomy.command.display;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.display.WindowPreset;
import org.annotomy.display.WindowRule;
import org.annotomy.imagej.display.DisplayWindow;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for a window over the values of the selection. */
@Plugin(type = Command.class, visible = false, label = "Window From Selection", description = "Shows the image from the least to the greatest value inside the selection. Pixels and measurements stay as they are.")
public final class WindowFromSelectionCommand extends AnnotationCommand implements UsesSelection {

	@Parameter(label = "Image", persist = false, description = "The image to show, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Override
	protected void execute() {
		DisplayWindow.of(image).apply(WindowPreset.of("Selection", new WindowRule.OfSelection(0, 100)));
	}
}
