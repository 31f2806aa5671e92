package org.annotomy.command.slide;

import org.annotomy.assist.microarray.ArrayGrid;
import org.annotomy.command.SessionCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.lab.MicroarrayDesk;
import org.annotomy.imagej.slide.SlideRegion;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link MicroarrayDesk}. */
@Plugin(type = Command.class, visible = false, label = "Add Microarray Grid...", description = "Lays circles over the cores of a tissue microarray, named A-1, A-2 and so on. First draw where the outer cores are: a rectangle or rotated rectangle whose corners are their middles, or three or four points in the order A-1, end of the first row, begin of the last row, end of the last row.")
public final class AddMicroarrayCommand extends SessionCommand implements UsesSelection {

	@Parameter(label = "Class", persist = false, required = false, description = "Key of the class that the cores get; empty: the current class.")
	private String class_key = "";

	@Parameter(label = "Rows", persist = false, min = "1", max = "1000", description = "Of cores, lettered from A.")
	private int rows = 8;

	@Parameter(label = "Columns", persist = false, min = "1", max = "1000", description = "Of cores, numbered from 1.")
	private int columns = 12;

	@Parameter(label = "Diameter (µm)", persist = false, min = "0.001", description = "Of a core, in micrometres; in pixels where the pixel size is unknown.")
	private double diameter_um = 1000;

	@Parameter(label = "Move to the tissue", persist = false, description = "Each circle goes to the middle of the tissue near it, so that bent arrays are followed; cores without tissue are marked as missing. Without a selection the outer cores are looked for, too.")
	private boolean find_tissue = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Added")
	private String added;

	@Override
	protected void execute() throws Exception {
		ArrayGrid grid = new ArrayGrid(rows, columns, new SlideRegion(session().image()).pixels(diameter_um));
		MicroarrayDesk desk = new MicroarrayDesk(session());
		added = find_tissue ? desk.suggest(grid, class_key, progress()) : desk.addGrid(grid, class_key);
	}
}
