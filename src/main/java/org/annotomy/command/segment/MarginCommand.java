package org.annotomy.command.segment;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.morphology.BallMorphology;
import org.annotomy.segmentation.morphology.Ellipsoid;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Margins. */
@Plugin(type = Command.class, visible = false, label = "Segment Margin...", description = "Grows or shrinks a segment by a margin in millimetres, the same in all directions of space.")
public final class MarginCommand extends SegmentCommand {

	@Parameter(label = "Margin (mm)", persist = false, min = "-1000", max = "1000", description = "Above 0: grows; below 0: shrinks. It counts to the centres of voxels, so that less than a voxel does nothing.")
	private double margin_mm = 3;

	@Override
	protected void execute() throws Exception {
		Mask mask = someVoxels();
		VoxelSpacing spacing = volume().spacing();
		Ellipsoid ball = Ellipsoid.ball(Math.abs(margin_mm));
		if (ball.isSingle(spacing))
			throw new IllegalArgumentException("A margin of " + margin_mm + " mm is less than a voxel; nothing would change.");
		VoxelBox image = volume().size().box();
		Progress part = progress().part(0, 0.7);
		replace(margin_mm > 0 ? "Grow segment" : "Shrink segment", margin_mm > 0
				? BallMorphology.dilate(mask, ball, spacing, image, part)
				: BallMorphology.erode(mask, ball, spacing, image, part));
	}
}
