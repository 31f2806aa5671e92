package org.annotomy.command.display;

import java.io.IOException;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.display.PresetLibrary;
import org.annotomy.imagej.display.OwnPresets;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link OwnPresets#keep}. */
@Plugin(type = Command.class, visible = false, label = "Add Window Preset...", description = "Keeps the window on display as a preset of your own, for images of this modality.")
public final class AddPresetCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image whose window is kept, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Preset", persist = false, description = "The name of the new preset; one of the same name gives way.")
	private String preset;

	@Parameter(label = "Preset set", persist = false, description = "Id of a set of your own: small letters, digits and hyphens; made if there is none.")
	private String to_set = "mine";

	@Parameter(label = "Number key", persist = false, min = "0", max = "9", description = "From 1 to 9; 0 for none.")
	private int key = 0;

	@Override
	protected void execute() throws IOException {
		OwnPresets.keep(image, preset.trim(), PresetLibrary.ofUser(), to_set, key);
	}
}
