package org.annotomy.command.segment;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opacity of segments. */
@Plugin(type = Command.class, visible = false, label = "Set Segment Opacity...", description = "Sets how strongly segments are filled on the image.")
public final class SetSegmentOpacityCommand extends SegmentsCommand {

	@Parameter(label = "Opacity", persist = false, min = "0", max = "1", description = "Of the fill: 0 shows the edges only, 1 hides the image below.")
	private double opacity = 0.5;

	@Override
	void work() throws Exception {
		change("Change opacity of segment", s -> s.opacity(opacity));
	}
}
