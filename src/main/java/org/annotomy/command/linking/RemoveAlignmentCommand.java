package org.annotomy.command.linking;

import org.annotomy.imagej.linking.Alignments;
import org.annotomy.imagej.linking.GroupTables;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** The way back from an offset or a registration. */
@Plugin(type = Command.class, visible = false, label = "Remove Alignment...", description = "Takes back how images of the group were last aligned, by a registration or an offset, or forgets what was said of this image and another one. Files of registrations stay.")
public final class RemoveAlignmentCommand extends GroupCommand {

	@Parameter(label = "Other group image", persist = false, description = "Key of the image in List Group; empty: the last change of an alignment is taken back, whichever images it was about.")
	private String member = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Alignments")
	private ResultsTable alignments;

	@Override
	protected void execute() {
		if (member.isBlank()) group().takeBackAlignment();
		else Alignments.remove(group(), key(), member);
		alignments = GroupTables.alignments(group());
	}
}
