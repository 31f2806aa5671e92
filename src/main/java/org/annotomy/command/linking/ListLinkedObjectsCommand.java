package org.annotomy.command.linking;

import org.annotomy.imagej.linking.GroupTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** List Linked Objects. */
@Plugin(type = Command.class, visible = false, label = "List Linked Objects", description = "Lists the things that are marked in the images of the group, with each mark and each answer that one is not visible.")
public final class ListLinkedObjectsCommand extends GroupCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Linked objects")
	private ResultsTable linked;

	@Override
	protected void execute() {
		linked = GroupTables.linked(group());
	}
}
