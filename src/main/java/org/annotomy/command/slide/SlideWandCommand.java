package org.annotomy.command.slide;

import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.slide.SlideWand;
import org.annotomy.segmentation.edge.ColourWand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link SlideWand}. */
@Plugin(type = Command.class, visible = false, label = "Slide Wand...", description = "Selects what looks like a place of a whole slide and hangs together with it, as Annotomy Wand Tool does; on a square of 149 pixels around it at a downsample.")
public final class SlideWandCommand extends SlideCommand {

	@Parameter(label = "X (pixels)", persist = false, description = "The place, in pixels of full resolution.")
	private double x_px = 0;

	@Parameter(label = "Y (pixels)", persist = false, description = "The place, in pixels of full resolution.")
	private double y_px = 0;

	@Parameter(label = "Downsample", persist = false, min = "0.03125", max = "100000", description = "Pixels of full resolution per pixel that is looked at.")
	private double downsample = 4;

	@Parameter(label = "Smoothing (pixels)", persist = false, min = "0", max = "50", description = "Standard deviation of the smoothing, in pixels that are looked at.")
	private double smoothing_px = 4;

	@Parameter(label = "Sensitivity", persist = false, min = "0.01", max = "1000", description = "The larger, the more alike colours have to be.")
	private double sensitivity = 2;

	@Parameter(label = "Selection", persist = false, choices = {"Replace", "Add",
			"Take away"}, description = "What becomes of the selection that there is.")
	private String selection = "Replace";

	@Override
	protected void execute() throws Exception {
		SlideImage slide = slide();
		var found = new SlideWand(slide, new ColourWand(smoothing_px, sensitivity)).at(x_px, y_px, downsample);
		slide.setRoi(SlideWand.with(selection.equals("Replace") ? null : slide.getRoi(), found, selection.equals("Take away")));
	}
}
