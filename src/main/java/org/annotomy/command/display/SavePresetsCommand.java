package org.annotomy.command.display;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.display.PresetFile;
import org.annotomy.display.PresetLibrary;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link PresetFile#write}. */
@Plugin(type = Command.class, visible = false, label = "Save Presets...", description = "Writes a set of presets to a file to share; others take it in with Load Presets.")
public final class SavePresetsCommand extends AnnotationCommand {

	@Parameter(label = "File", style = "save", persist = false, description = "The file to write, such as our-clinic.presets.json.")
	private File file;

	@Parameter(label = "Preset set", persist = false, description = "Id of the set: one of your own, or default, ohif, slicer and so on.")
	private String from_set = "mine";

	@Override
	protected void execute() throws IOException {
		PresetFile.write(List.of(PresetLibrary.ofUser().require(from_set)), file.toPath());
	}
}
