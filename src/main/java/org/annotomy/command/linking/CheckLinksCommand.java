package org.annotomy.command.linking;

import org.annotomy.imagej.linking.GroupTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Check Links. */
@Plugin(type = Command.class, visible = false, label = "Check Links", description = "Lists links that do not fit: counterparts that are gone, files that do not know of each other, different classes or shared answers.")
public final class CheckLinksCommand extends GroupCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Link problems")
	private ResultsTable problems;

	@Override
	protected void execute() {
		problems = GroupTables.problems(group());
	}
}
