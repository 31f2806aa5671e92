package org.annotomy.command.slide;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.lab.ViewingDesk;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link ViewingDesk#heat}. */
@Plugin(type = Command.class, visible = false, label = "Viewing Heat Map...", description = "Makes an image that says for how many seconds each place of a slide was in view, from what was recorded with Record Viewing Path...")
public final class ViewingHeatMapCommand extends SessionCommand {

	@Parameter(label = "Recording", persist = false, min = "0", description = "Which recording of the slide, from 1; 0: all together.")
	private int number = 0;

	@Parameter(label = "Least magnification", persist = false, min = "0", description = "Only views at this magnification or more count, as of an objective, such as 20; 0: all. For slides that do not say their objective or pixel size: in percent of full resolution.")
	private double magnification = 0;

	@Parameter(type = ItemIO.OUTPUT, label = "Heat map")
	private ImagePlus map;

	@Override
	protected void execute() throws Exception {
		map = new ViewingDesk(session()).heat(number, magnification);
	}
}
