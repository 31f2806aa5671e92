package org.annotomy.command.display;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.display.PresentationStates;
import org.annotomy.imagej.view.TurnedView;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link PresentationStates}. */
@Plugin(type = Command.class, visible = false, label = "Apply Presentation State...", description = "Shows the image as a DICOM presentation state wants it: window, tables, inversion, shutter, overlays, lines, texts and displayed area; turned or mirrored in a window of its own. Pixels and measurements stay as they are.")
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
		PresentationStates.Applied applied = PresentationStates.apply(image, file.toPath());
		List<String> said = new ArrayList<>(applied.notes());
		if (!applied.turn().isNone()) said.add(TurnedView.show(image, applied.turn()));
		if (!said.isEmpty()) notes = String.join("\n", said);
	}
}
