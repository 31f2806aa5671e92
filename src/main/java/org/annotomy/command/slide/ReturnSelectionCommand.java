package org.annotomy.command.slide;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.slide.RegionExtraction;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link RegionExtraction#giveBack}. */
@Plugin(type = Command.class, visible = false, label = "Return Selection To Slide", description = "Puts the selection of an image that was cut out of a slide onto the slide, at the same place.")
public final class ReturnSelectionCommand extends AnnotationCommand implements UsesSelection {

	@Parameter(label = "Image", persist = false, description = "The image that Extract Region... made, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Override
	protected void execute() {
		RegionExtraction.giveBack(image);
	}
}
