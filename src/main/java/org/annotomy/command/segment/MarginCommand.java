package org.annotomy.command.segment;

import org.annotomy.segmentation.effect.MaskEffect;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Margins. */
@Plugin(type = Command.class, visible = false, label = "Segment Margin...", description = "Grows or shrinks a segment by a margin in millimetres, the same in all directions of space.")
public final class MarginCommand extends SegmentCommand {

	@Parameter(label = "Margin (mm)", persist = false, min = "-1000", max = "1000", description = "Above 0: grows; below 0: shrinks. It counts to the centres of voxels, so that less than a voxel does nothing.")
	private double margin_mm = 3;

	@Override
	void work() throws Exception {
		apply(new MaskEffect.Margin(margin_mm));
	}
}
