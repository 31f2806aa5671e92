package org.annotomy.command.segment;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.filter.GaussianFilter;
import org.annotomy.segmentation.filter.KernelBox;
import org.annotomy.segmentation.filter.MajorityFilter;
import org.annotomy.segmentation.morphology.BallMorphology;
import org.annotomy.segmentation.morphology.Ellipsoid;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Smoothing. */
@Plugin(type = Command.class, visible = false, label = "Smooth Segment...", description = "Smooths the surface of a segment.")
public final class SmoothSegmentCommand extends SegmentCommand {

	@Parameter(label = "Method", persist = false, choices = {"median", "opening", "closing",
			"gaussian"}, description = "Median: a voxel is what most around it are; opening: takes away what is thinner than the kernel; closing: fills gaps thinner than it; gaussian: rounds everything.")
	private String method = "median";

	@Parameter(label = "Kernel (mm)", persist = false, min = "0", max = "1000", description = "Diameter of the kernel; for gaussian the standard deviation.")
	private double kernel_mm = 3;

	@Override
	protected void execute() throws Exception {
		Mask mask = someVoxels();
		VoxelSpacing spacing = volume().spacing();
		VoxelBox image = volume().size().box();
		Progress part = progress().part(0, 0.7);
		Ellipsoid ball = Ellipsoid.ball(kernel_mm / 2);
		boolean still = method.equals("median") ? KernelBox.ofSizeMm(kernel_mm, spacing).isSingle() : kernel_mm == 0;
		if (still || method.matches("opening|closing") && ball.isSingle(spacing))
			throw new IllegalArgumentException("A kernel of " + kernel_mm + " mm is a single voxel; nothing would change.");
		replace("Smooth segment: " + method, switch (method) {
			case "median" -> MajorityFilter.of(mask, KernelBox.ofSizeMm(kernel_mm, spacing), image, part);
			case "opening" -> BallMorphology.open(mask, ball, spacing, image, part);
			case "closing" -> BallMorphology.close(mask, ball, spacing, image, part);
			default -> GaussianFilter.smooth(mask, spacing, kernel_mm, image, part);
		});
	}
}
