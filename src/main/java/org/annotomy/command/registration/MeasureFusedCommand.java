package org.annotomy.command.registration;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.fusion.FusedMeasures;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Both images in one selection. */
@Plugin(type = Command.class, visible = false, label = "Measure Fused", description = "Measures both images of a fusion inside the selection on the slice on display (without one on the whole slice), each in its own unit, such as HU and SUV.")
public final class MeasureFusedCommand extends AnnotationCommand implements UsesSelection {

	@Parameter(label = "Image", persist = false, description = "The lower image or an orthogonal view of it, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(type = ItemIO.OUTPUT, label = "Fused Measurements")
	private ResultsTable measurements;

	@Override
	protected void execute() {
		measurements = FusedMeasures.of(image);
	}
}
