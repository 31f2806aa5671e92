package org.annotomy.command.segment;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A new segment. */
@Plugin(type = Command.class, visible = false, label = "Add Segment...", description = "Adds a segment without voxels and makes it the current one.")
public final class AddSegmentCommand extends SessionCommand {

	@Parameter(label = "Name", persist = false, description = "Empty: the class's name and the next number.")
	private String segment_name = "";

	@Parameter(label = "Class", persist = false, style = "offers:classes", description = "Key of the class in the protocol; empty: the current class.")
	private String class_key = "";

	@Override
	protected void execute() throws Exception {
		session().segments().add(segment_name.isBlank() ? null : segment_name.strip(), class_key.isBlank() ? null : class_key);
	}
}
