package org.annotomy.command.linking;

import org.annotomy.imagej.linking.GroupTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** How the images of a group lie to each other. */
@Plugin(type = Command.class, visible = false, label = "List Alignments", description = "Lists how the images of the group are known to lie to each other: by registrations, offsets, or a shared frame of reference, and how far off that may be.")
public final class ListAlignmentsCommand extends GroupCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Alignments")
	private ResultsTable alignments;

	@Override
	protected void execute() {
		alignments = GroupTables.alignments(group());
	}
}
