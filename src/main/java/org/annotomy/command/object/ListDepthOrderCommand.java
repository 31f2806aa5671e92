package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.DepthTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Menu entry for {@link DepthTable}. */
@Plugin(type = Command.class, visible = false, label = "List Depth Order", description = "Lists what is said of overlapping objects, and what of it does not fit.")
public final class ListDepthOrderCommand extends SessionCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Depth order")
	private ResultsTable depth_order;

	@Override
	protected void execute() {
		depth_order = DepthTable.of(document());
	}
}
