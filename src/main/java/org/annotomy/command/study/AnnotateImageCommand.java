package org.annotomy.command.study;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Annotating what ImageJ or Fiji has opened. */
@Plugin(type = Command.class, visible = false, label = "Annotate Image...", description = "Opens the annotations of an image that ImageJ has opened from a file; they lie beside that file.")
public final class AnnotateImageCommand extends StudyCommand {

	@Parameter(label = "Image", persist = false, description = "The image, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Override
	protected void execute() throws Exception {
		show(opener().attach(image, progress()));
	}
}
