package org.annotomy.command.display;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.imagej.ValueMeanings;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link ValueMeanings#show}. */
@Plugin(type = Command.class, visible = false, label = "Show Values As...", description = "Lets the values under the pointer and in measurements be another quantity that the file gives a scale for, such as SUV, or the modality values again.")
public final class ShowValuesAsCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Quantity", persist = false, description = "SUVbw for PET, the label of a real world value mapping of the file, or modality for the file's own values (HU, Bq/ml).")
	private String quantity = "SUVbw";

	@Parameter(type = ItemIO.OUTPUT, label = "Values")
	private String values;

	@Override
	protected void execute() {
		values = ValueMeanings.show(image, quantity);
	}
}
