package org.annotomy.command.linking;

import org.annotomy.imagej.linking.GroupTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** The members of a group. */
@Plugin(type = Command.class, visible = false, label = "List Group", description = "Lists the images of the group with what is known of them.")
public final class ListGroupCommand extends GroupCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Group")
	private ResultsTable members;

	@Override
	protected void execute() {
		members = GroupTables.members(group());
	}
}
