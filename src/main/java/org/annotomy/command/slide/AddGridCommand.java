package org.annotomy.command.slide;

import org.annotomy.command.SessionCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.lab.SlideLab;
import org.annotomy.imagej.slide.SlideRegion;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Squares side by side. */
@Plugin(type = Command.class, visible = false, label = "Add Grid...", description = "Lays squares side by side over the box around the selection, or over the whole slide, as objects of a class: fields to be counted, or tiles.")
public final class AddGridCommand extends SessionCommand implements UsesSelection {

	@Parameter(label = "Class", persist = false, required = false, description = "Key of the class that the squares get; empty: the current class.")
	private String class_key = "";

	@Parameter(label = "Side (µm)", persist = false, min = "0.001", description = "Of a square, in micrometres; in pixels where the pixel size is unknown.")
	private double side_um = 500;

	@Parameter(type = ItemIO.OUTPUT, label = "Added")
	private String added;

	@Override
	protected void execute() {
		SlideRegion region = new SlideRegion(session().image());
		added = "Squares added: " + new SlideLab(session()).addGrid(region.box(), region.pixels(side_um), class_key) + ".";
	}
}
