package org.annotomy.command.linking;

import org.annotomy.imagej.linking.GroupTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Work that is left. */
@Plugin(type = Command.class, visible = false, label = "List Still To Find...", description = "Lists in which images of the group things are neither marked nor said to be not visible, and where they must be.")
public final class ListStillToFindCommand extends GroupCommand {

	@Parameter(label = "Unlinked marks too", persist = false, description = "Whether marks that are linked with nothing count.")
	private boolean unlinked_too = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Still to find")
	private ResultsTable still_to_find;

	@Override
	protected void execute() {
		still_to_find = GroupTables.stillToFind(group(), unlinked_too);
	}
}
