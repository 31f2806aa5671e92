package org.annotomy.command.slide;

import org.annotomy.command.UsesSelection;
import org.annotomy.geometry.Box;
import org.annotomy.imagej.slide.RegionExtraction;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.slide.SlideNavigation;
import org.annotomy.imagej.slide.SlideRegion;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link RegionExtraction}. */
@Plugin(type = Command.class, visible = false, label = "Extract Region...", description = "Cuts a part of a whole slide out as an ordinary image, at any level, for every command of ImageJ. Return Selection To Slide leads what is drawn there back.")
public final class ExtractRegionCommand extends SlideCommand implements UsesSelection {

	private static final String SELECTION = "Selection";
	private static final String VIEW = "View";
	private static final String WHOLE = "Whole slide";
	private static final String BOX = "Box";

	@Parameter(label = "Region", persist = false, choices = {SELECTION, VIEW, WHOLE,
			BOX}, description = "The box around the selection (the view if there is none), what the window shows, the whole slide, or the box below.")
	private String region = SELECTION;

	@Parameter(label = "Downsample", persist = false, min = "1", max = "100000", description = "Pixels of full resolution per pixel: the coarsest level of at most that downsample is read, as it is stored.")
	private double downsample = 1;

	@Parameter(label = "Pixels", persist = false, choices = {"Samples",
			"As shown"}, description = "The samples of all channels as they are stored, or one picture in colour as the slide looks.")
	private String pixels = "Samples";

	@Parameter(label = "Left edge (pixels)", persist = false, description = "For Box: in pixels of full resolution.")
	private double x_px = 0;

	@Parameter(label = "Upper edge (pixels)", persist = false, description = "For Box: in pixels of full resolution.")
	private double y_px = 0;

	@Parameter(label = "Width (pixels)", persist = false, min = "1", description = "For Box: in pixels of full resolution.")
	private double width_px = 1000;

	@Parameter(label = "Height (pixels)", persist = false, min = "1", description = "For Box: in pixels of full resolution.")
	private double height_px = 1000;

	@Parameter(type = ItemIO.OUTPUT, label = "Region")
	private ImagePlus extracted;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		RegionExtraction extraction = new RegionExtraction(slide());
		int level = extraction.levelFor(downsample);
		extracted = extraction.extract(box(slide()), level, pixels.equals("As shown"), progress());
		notes = extraction.differenceFrom(downsample, level).orElse(null);
	}

	private Box box(SlideImage slide) {
		if (region.equals(BOX)) return new Box(x_px, y_px, width_px, height_px);
		SlideRegion choice = new SlideRegion(slide);
		if (region.equals(WHOLE)) return choice.whole();
		if (region.equals(VIEW)) return new SlideNavigation(slide).visible();
		return choice.selection().orElseGet(() -> new SlideNavigation(slide).visible());
	}
}
