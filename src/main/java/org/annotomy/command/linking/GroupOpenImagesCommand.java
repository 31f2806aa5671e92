package org.annotomy.command.linking;

import java.util.List;

import org.annotomy.imagej.linking.GroupTables;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.linking.GroupDesk;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Making a group. */
@Plugin(type = Command.class, visible = false, label = "Group Open Images...", description = "Makes a group of open annotated images, to look at them together and to link what is marked in them.")
public final class GroupOpenImagesCommand extends GroupCommand {

	@Parameter(label = "Name", persist = false, description = "What the group is called. Never a patient's name.")
	private String group_name = "group";

	@Parameter(label = "Which images", persist = false, choices = {"of one study",
			"all annotated"}, description = "Those that are of the image's study or share its frame of reference, or all whose annotations are open, slides included.")
	private String which = "of one study";

	@Parameter(type = ItemIO.OUTPUT, label = "Group")
	private ResultsTable members;

	@Parameter(type = ItemIO.OUTPUT, label = "Note")
	private String note;

	@Override
	protected void execute() {
		List<AnnotationSession> open = openSessions();
		AnnotationSession own = session();
		List<AnnotationSession> chosen = which.startsWith("all")
				? open
				: OpenGroup.belonging(own, open).orElseThrow(() -> new IllegalArgumentException(
						"No other open image is of the same study or frame of reference. Choose \"all annotated\" to group"
								+ " images that do not say so themselves."));
		OpenGroup group = OpenGroup.gather(group_name, chosen);
		GroupDesk.seat(group);
		members = GroupTables.members(group);
		note = group.patientsNote().orElse(null);
	}
}
