package org.annotomy.command.linking;

import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.ui.linking.LayoutDesk;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Going through the stages of a layout. */
@Plugin(type = Command.class, visible = false, label = "Next Stage...", description = "Shows the next stage of the layout on display; behind the last comes the first. The keys . and , in an image do the same.")
public final class NextStageCommand extends GroupCommand {

	@Parameter(label = "Steps", persist = false, description = "How many stages to go on; negative numbers go back.")
	private int steps = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Layout")
	private ResultsTable windows;

	@Override
	protected void execute() {
		GroupLayouts.Applied applied = GroupLayouts.step(group(), LayoutCatalog.ofUser(), steps);
		LayoutDesk.show(group(), applied);
		windows = GroupLayouts.table(applied);
	}
}
