package org.annotomy.command.segment;

import org.annotomy.imagej.session.SegmentPainting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What the segment brush does. */
@Plugin(type = Command.class, visible = false, label = "Paint Segment...", description = "Paints voxels into a segment with a round brush, or erases them, as the segment brush does.")
public final class PaintSegmentCommand extends StrokeCommand {

	@Parameter(label = "Effect", persist = false, choices = {"add",
			"take away"}, description = "Whether voxels join the segment or leave it.")
	private String effect = "add";

	@Override
	void work() throws Exception {
		new SegmentPainting(session()).paint(segment().id(), stroke(!effect.equals("add")), progress());
	}
}
