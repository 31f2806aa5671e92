package org.annotomy.command.display;

import java.io.File;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.display.PresentationStates;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link PresentationStates}. */
@Plugin(type = Command.class, visible = false, label = "Apply Presentation State...", description = "Shows the image as a DICOM presentation state wants it: window, tables, inversion, shutter, overlays, lines and texts. Pixels and measurements stay as they are.")
public final class ApplyPresentationStateCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Presentation state", persist = false, required = false, style = "open", description = "The DICOM file of the presentation state; empty: back to how the image's own file wants to be seen.")
	private File file;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		if (file == null) {
			PresentationStates.remove(image);
			return;
		}
		String said = String.join("\n", PresentationStates.apply(image, file.toPath()));
		if (!said.isEmpty()) notes = said;
	}
}
