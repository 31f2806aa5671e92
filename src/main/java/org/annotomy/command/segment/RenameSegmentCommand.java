package org.annotomy.command.segment;

import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Naming. */
@Plugin(type = Command.class, visible = false, label = "Rename Segment...", description = "Gives a segment a name.")
public final class RenameSegmentCommand extends SegmentCommand {

	@Parameter(label = "New name", persist = false, description = "The name; empty takes it away. Never write a patient's name.")
	private String new_name = "";

	@Override
	void work() throws Exception {
		String name = new_name.isBlank() ? null : new_name.strip();
		desk().records().change("Rename segment", List.of(segment().id()), s -> s.name(name));
	}
}
