package org.annotomy.command.display;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetTable;
import org.annotomy.imagej.display.DisplayWindow;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link DisplayWindow#apply(org.annotomy.display.WindowPreset)}. */
@Plugin(type = Command.class, visible = false, label = "Apply Window Preset...", description = "Shows the image through a window preset. Pixels and measurements stay as they are.")
public final class ApplyPresetCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image to show, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Preset", persist = false, style = "offers:presets", description = "Name such as Lung, Auto or File: BONE, or a number key from 0 (the file's own) to 9.")
	private String preset;

	@Parameter(label = "Preset set", persist = false, description = "Id of the set of presets, such as default, ohif, slicer or one of your own.")
	private String from_set = PresetTable.DEFAULT;

	@Override
	protected void execute() {
		DisplayWindow display = DisplayWindow.of(image);
		display.apply(PresetLibrary.ofUser().choose(from_set, preset, display.query()));
	}
}
