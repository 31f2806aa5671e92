package org.annotomy.command.segment;

import org.annotomy.command.spec.Colours;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Colours of segments. */
@Plugin(type = Command.class, visible = false, label = "Set Segment Colour...", description = "Gives segments a colour of their own, or that of their class again.")
public final class SetSegmentColourCommand extends SegmentsCommand {

	@Parameter(label = "Colour", persist = false, description = "As #rrggbb in hexadecimal digits, such as #ff8000; empty: the colour of the class.")
	private String colour = "";

	@Override
	void work() throws Exception {
		Integer rgb = colour.isBlank() ? null : Integer.valueOf(Colours.rgb(colour));
		change("Change colour of segment", s -> s.rgb(rgb));
	}
}
