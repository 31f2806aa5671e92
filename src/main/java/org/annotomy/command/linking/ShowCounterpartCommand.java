package org.annotomy.command.linking;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Going to the counterpart of a mark. */
@Plugin(type = Command.class, visible = false, label = "Show Counterpart...", description = "Shows and selects the counterpart of a mark in another image; without one, the place where it must be.")
public final class ShowCounterpartCommand extends GroupCommand {

	@Parameter(label = "Linked object", persist = false, description = "What it is called, its tracking UID, or the name or id of one of its marks; empty: the selected mark.")
	private String linked_object = "";

	@Parameter(label = "In group image", persist = false, description = "Key of the image in List Group; empty: all others.")
	private String member = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Counterparts")
	private String counterparts;

	@Override
	protected void execute() {
		counterparts = links().showCounterparts(session(), linked_object, member);
	}
}
