package org.annotomy.command.segment;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Visibility of segments. */
@Plugin(type = Command.class, visible = false, label = "Show Segments...", description = "Shows or hides segments on the image.")
public final class ShowSegmentsCommand extends SegmentsCommand {

	@Parameter(label = "Visible", persist = false, description = "Whether to show (true) or to hide (false).")
	private boolean visible = true;

	@Override
	void work() throws Exception {
		change(visible ? "Show segment" : "Hide segment", s -> s.visible(visible));
	}
}
