package org.annotomy.command.linking;

import org.annotomy.linking.thing.LinkProblems;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Mending what Check Links finds. */
@Plugin(type = Command.class, visible = false, label = "Mend Links", description = "Takes away links whose marks are gone and writes links that one file has and its partner does not, in all open images of the group as one step of undo.")
public final class MendLinksCommand extends GroupCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Mended")
	private String mended;

	@Override
	protected void execute() {
		int changed = group().edits().mend();
		int left = LinkProblems.of(group().things()).size();
		mended = "Images changed: " + changed + ". Problems left: " + left + (left == 0 ? "." : " (see Check Links).");
	}
}
