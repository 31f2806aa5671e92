package org.annotomy.command.display;

import java.io.File;
import java.io.IOException;
import java.util.stream.Collectors;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetSet;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link PresetLibrary#load}. */
@Plugin(type = Command.class, visible = false, label = "Load Presets...", description = "Takes in a file of presets that someone shared and keeps its sets among your own.")
public final class LoadPresetsCommand extends AnnotationCommand {

	@Parameter(label = "File", persist = false, description = "A file such as our-clinic.presets.json.")
	private File file;

	@Parameter(type = ItemIO.OUTPUT, label = "Loaded")
	private String loaded;

	@Override
	protected void execute() throws IOException {
		loaded = "Loaded preset sets: " + PresetLibrary.ofUser().load(file.toPath()).stream().map(PresetSet::id)
				.collect(Collectors.joining(", ")) + ".";
	}
}
