package org.annotomy.command.outline;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.OutlineEdits;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Smoothing. */
@Plugin(type = Command.class, visible = false, label = "Smooth Outline...", description = "Smooths the outlines of areas by a Gaussian along the outline.")
public final class SmoothOutlineCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Sigma (pixels)", persist = false, min = "0.1", max = "100", description = "Width of the Gaussian along the outline.")
	private double sigma_px = 1.5;

	@Parameter(label = "Keep the area", persist = false, description = "Whether each outline is scaled to the area that it had: smoothing alone shrinks it.")
	private boolean keep_area = true;

	@Override
	protected void execute() throws Exception {
		new OutlineEdits(session()).smooth(find(objects), sigma_px, keep_area);
	}
}
