package org.annotomy.command.segment;

import org.annotomy.imagej.session.SeveralMasks;
import org.annotomy.segmentation.filter.JointSmoothing;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Joint smoothing. */
@Plugin(type = Command.class, visible = false, label = "Smooth Segments Jointly...", description = "Smooths several segments at once, so that those which touch still touch, without gap or overlap.")
public final class SmoothJointlyCommand extends SegmentsCommand {

	@Parameter(label = "Standard deviation (mm)", persist = false, min = "0", max = "100", description = "Of the Gaussian; what is thinner than about this goes.")
	private double sd_mm = 3;

	@Override
	void work() throws Exception {
		SeveralMasks several = new SeveralMasks(session(), found());
		several.replace("Smooth segments jointly", JointSmoothing.of(several.masks(), several.spacing(), sd_mm, several.image(),
				progress().part(0, 0.7)), progress().part(0.7, 1));
	}
}
