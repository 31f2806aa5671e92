package org.annotomy.command.segment;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.SegmentTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** The segments as a table. */
@Plugin(type = Command.class, visible = false, label = "List Segments", description = "Lists the segments with class, state, visibility, lock, voxels and volume.")
public final class ListSegmentsCommand extends SessionCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Segments")
	private ResultsTable table;

	@Override
	protected void execute() throws Exception {
		table = SegmentTable.of(session());
	}
}
