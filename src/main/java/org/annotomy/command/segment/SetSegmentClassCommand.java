package org.annotomy.command.segment;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Classes of segments. */
@Plugin(type = Command.class, visible = false, label = "Set Segment Class...", description = "Gives segments another class of the protocol, and its colour, or a shade of it, unless they have a colour that was chosen.")
public final class SetSegmentClassCommand extends SegmentsCommand {

	@Parameter(label = "Class", persist = false, style = "offers:classes", description = "Key of the class in the protocol.")
	private String class_key = "";

	@Override
	void work() throws Exception {
		session().requireClass(class_key);
		session().segments().records().relabel(found(), class_key);
	}
}
