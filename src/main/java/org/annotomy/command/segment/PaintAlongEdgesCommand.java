package org.annotomy.command.segment;

import org.annotomy.imagej.session.EdgePainting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What the edge brush does. */
@Plugin(type = Command.class, visible = false, label = "Paint Along Edges...", description = "Paints voxels into a segment with a round brush that stops at edges of the image, or erases them, as the edge brush does.")
public final class PaintAlongEdgesCommand extends StrokeCommand {

	@Parameter(label = "Granularity", persist = false, min = "0", max = "1", description = "How strong an edge must be for the brush to stop at it, as a part of the strongest under the brush: 0, each; 1, none.")
	private double granularity = 0.3;

	@Parameter(label = "Smoothing (mm)", persist = false, min = "0", max = "100", description = "Standard deviation of the Gaussian that smooths the image before edges are looked for; 0 for none.")
	private double smoothing_mm = 1;

	@Parameter(label = "Effect", persist = false, choices = {"add",
			"take away"}, description = "Whether voxels join the segment or leave it.")
	private String effect = "add";

	@Override
	void work() throws Exception {
		EdgePainting.Stroke stroke = new EdgePainting.Stroke(stroke(!effect.equals("add")), granularity, smoothing_mm);
		new EdgePainting(session()).paint(segment().id(), stroke, progress());
	}
}
