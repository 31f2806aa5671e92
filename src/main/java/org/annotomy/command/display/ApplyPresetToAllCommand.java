package org.annotomy.command.display;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.CommandFailure;
import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetTable;
import org.annotomy.imagej.display.OpenImages;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link OpenImages#apply}. */
@Plugin(type = Command.class, visible = false, label = "Apply Preset To All Open Images...", description = "Shows every open image through a window preset; images that it does not fit are left out and counted.")
public final class ApplyPresetToAllCommand extends AnnotationCommand {

	@Parameter(label = "Preset", persist = false, style = "offers:presets", description = "Name such as Lung, Auto or File: BONE, or a number key from 0 (the file's own) to 9.")
	private String preset;

	@Parameter(label = "Preset set", persist = false, description = "Id of the set of presets, such as default, ohif, slicer or one of your own.")
	private String from_set = PresetTable.DEFAULT;

	@Parameter(type = ItemIO.OUTPUT, label = "Applied")
	private String applied;

	@Override
	protected void execute() {
		OpenImages.Outcome outcome = OpenImages.apply(OpenImages.all(), PresetLibrary.ofUser(), from_set, preset);
		if (outcome.shown() == 0 && outcome.leftOut().isEmpty()) throw new CommandFailure("No image is open. Open one first.");
		if (outcome.shown() == 0) throw new CommandFailure(outcome.describe());
		applied = outcome.describe();
	}
}
