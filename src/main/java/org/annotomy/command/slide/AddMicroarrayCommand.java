package org.annotomy.command.slide;

import org.annotomy.command.SessionCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.lab.SlideLab;
import org.annotomy.imagej.slide.SlideRegion;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The cores of a tissue microarray. */
@Plugin(type = Command.class, visible = false, label = "Add Microarray Grid...", description = "Lays circles over the cores of a tissue microarray, named A-1, A-2 and so on. Draw a rectangle whose corners are the middles of the outer cores first.")
public final class AddMicroarrayCommand extends SessionCommand implements UsesSelection {

	@Parameter(label = "Class", persist = false, required = false, description = "Key of the class that the cores get; empty: the current class.")
	private String class_key = "";

	@Parameter(label = "Rows", persist = false, min = "1", max = "1000", description = "Of cores, lettered from A.")
	private int rows = 8;

	@Parameter(label = "Columns", persist = false, min = "1", max = "1000", description = "Of cores, numbered from 1.")
	private int columns = 12;

	@Parameter(label = "Diameter (µm)", persist = false, min = "0.001", description = "Of a core, in micrometres; in pixels where the pixel size is unknown.")
	private double diameter_um = 1000;

	@Parameter(type = ItemIO.OUTPUT, label = "Added")
	private String added;

	@Override
	protected void execute() {
		SlideRegion region = new SlideRegion(session().image());
		added = "Cores added: "
				+ new SlideLab(session()).addCores(region.box(), rows, columns, region.pixels(diameter_um), class_key)
				+ ".";
	}
}
