package org.annotomy.command.linking;

import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.linking.layout.LayoutCatalog;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** The layouts at hand. */
@Plugin(type = Command.class, visible = false, label = "List Layouts", description = "Lists the layouts at hand, and whether the images of the group fit them.")
public final class ListLayoutsCommand extends GroupCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Layouts")
	private ResultsTable layouts;

	@Parameter(type = ItemIO.OUTPUT, label = "Folder for layouts of your own")
	private String layouts_folder;

	@Override
	protected void execute() {
		layouts_folder = "Layouts of your own: " + LayoutCatalog.folder();
		layouts = GroupLayouts.list(LayoutCatalog.ofUser(), group());
	}
}
