package org.annotomy.command.linking;

import java.io.File;

import org.annotomy.command.study.StudyCommand;
import org.annotomy.imagej.linking.GroupOpener;
import org.annotomy.imagej.linking.GroupTables;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.linking.GroupDesk;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Opening a group file. */
@Plugin(type = Command.class, visible = false, label = "Open Group...", description = "Opens the images of a group file with their annotations, as they were: windows, layout, slices, alignments. What is missing or has changed is told.")
public final class OpenGroupCommand extends StudyCommand {

	@Parameter(label = "Group file", persist = false, description = "Ends in .annotomy-group.json.")
	private File file;

	@Parameter(type = ItemIO.OUTPUT, label = "Group")
	private ResultsTable members;

	@Parameter(type = ItemIO.OUTPUT, label = "Group notes")
	private String group_notes;

	@Override
	protected void execute() throws Exception {
		OpenGroup group = new GroupOpener(opener()).open(file.toPath(), progress());
		for (AnnotationSession session : group.sessions().values())
			show(session);
		GroupDesk.seat(group);
		GroupDesk.bringBack(group);
		members = GroupTables.members(group);
		if (!group.notes().isEmpty()) group_notes = String.join("\n", group.notes());
	}
}
