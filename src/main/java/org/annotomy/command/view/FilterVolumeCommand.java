package org.annotomy.command.view;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.ImagePlusImages;
import org.annotomy.segmentation.filter.GaussianFilter;
import org.annotomy.segmentation.filter.GradientMagnitude;
import org.annotomy.segmentation.filter.KernelBox;
import org.annotomy.segmentation.filter.MedianFilter;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Filters of volumes. */
@Plugin(type = Command.class, visible = false, label = "Filter Volume...", description = "Makes a filtered copy of a volume at the time point on display, in the same place; the copy is another image with annotations of its own.")
public final class FilterVolumeCommand extends DerivedVolumeCommand {

	@Parameter(label = "Method", persist = false, choices = {"median", "gaussian",
			"gradient"}, description = "Median of a box around each voxel; Gaussian smoothing; or how steep the values are, per mm, after Gaussian smoothing.")
	private String method = "median";

	@Parameter(label = "Kernel (mm)", persist = false, min = "0", max = "100", description = "For median: sides of the box, rounded to an odd number of voxels.")
	private double kernel_mm = 3;

	@Parameter(label = "Standard deviation (mm)", persist = false, min = "0", max = "100", description = "For gaussian and gradient.")
	private double sd_mm = 1;

	@Override
	protected void execute() throws Exception {
		MedicalImage source = ImagePlusImages.requirePixels(image());
		ImageVolume volume = new ImageVolume(source, image().getC() - 1, image().getT() - 1);
		VolumeSize size = volume.size();
		VoxelSpacing spacing = volume.spacing();
		float[] values = volume.values(size.box(), progress().part(0, 0.3));
		Progress part = progress().part(0.3, 0.8);
		float[] filtered = switch (method) {
			case "gaussian" -> GaussianFilter.of(values, size, spacing, sd_mm, part);
			case "gradient" -> GradientMagnitude.of(values, size, spacing, sd_mm, part);
			default -> MedianFilter.of(values, size, KernelBox.ofSizeMm(kernel_mm, spacing), part);
		};
		if (method.equals("gradient"))
			showSlopes(source, filtered, "The values are slopes per mm: this copy has labels of its own.");
		else
			showAnother(source, filtered, method, "The values are filtered: this copy has labels of its own.");
	}
}
