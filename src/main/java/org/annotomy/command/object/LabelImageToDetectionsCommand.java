package org.annotomy.command.object;

import org.annotomy.annotation.shape.ShapeScaling;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.lab.LabelImageDetections;
import org.annotomy.imagej.slide.RegionExtraction;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link LabelImageDetections}. */
@Plugin(type = Command.class, visible = false, label = "Label Image To Detections...", description = "Makes a detection of each label of a label image, such as StarDist, Cellpose or MorphoLibJ make of a region cut out of a slide, as one step of undo.")
public final class LabelImageToDetectionsCommand extends SessionCommand {

	@Parameter(label = "Label image", persist = false, description = "By title or id: 8, 16 or 32 bits, 0 for background.")
	private ImagePlus labels;

	@Parameter(label = "Class", persist = false, required = false, description = "Key of the class that they get; empty: the current class.")
	private String class_key = "";

	@Parameter(label = "Left edge (pixels)", persist = false, description = "Where the label image begins on the annotated image. Not asked for an image that Extract Region... has placed.")
	private double x_px = 0;

	@Parameter(label = "Upper edge (pixels)", persist = false, description = "Likewise.")
	private double y_px = 0;

	@Parameter(label = "Downsample", persist = false, min = "0.001", description = "Pixels of the annotated image per pixel of the label image.")
	private double downsample = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		ShapeScaling place = RegionExtraction.placeOf(labels, session().image())
				.orElse(new ShapeScaling(downsample, x_px, y_px));
		notes = "Detections that came in: " + new LabelImageDetections(session()).add(labels, place, class_key, progress()) + ".";
	}
}
