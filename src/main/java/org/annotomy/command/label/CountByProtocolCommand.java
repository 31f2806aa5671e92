package org.annotomy.command.label;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.count.CountTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Menu entry for {@link CountTable}. */
@Plugin(type = Command.class, visible = false, label = "Count By Protocol", description = "Counts what the protocol wants to have counted, such as mitoses per area, a tumour proportion score or a Ki-67 hot spot, with confidence intervals and how much of it is done.")
public final class CountByProtocolCommand extends SessionCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Counts")
	private ResultsTable counts;

	@Override
	protected void execute() {
		counts = CountTable.of(session(), progress());
	}
}
