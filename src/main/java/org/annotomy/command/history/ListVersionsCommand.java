package org.annotomy.command.history;

import org.annotomy.command.SessionCommand;
import org.annotomy.store.Version;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Versions. */
@Plugin(type = Command.class, visible = false, label = "List Versions", description = "Lists the earlier states of the annotations that are kept.")
public final class ListVersionsCommand extends SessionCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Versions")
	private ResultsTable versions;

	@Override
	protected void execute() throws Exception {
		versions = new ResultsTable();
		for (Version version : session().store().versions()) {
			versions.addRow();
			versions.addValue("Kept (UTC)", version.when().toString());
			versions.addValue("Revision", version.revision());
			versions.addValue("Objects", version.objectCount());
			versions.addValue("Cause", version.cause());
		}
	}
}
