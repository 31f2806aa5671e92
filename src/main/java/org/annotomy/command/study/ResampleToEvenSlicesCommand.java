package org.annotomy.command.study;

import org.annotomy.image.MedicalImage;
import org.annotomy.image.resample.EvenSlices;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.imagej.ImagePlusImages;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link EvenSlices}. */
@Plugin(type = Command.class, visible = false, label = "Resample To Even Slices...", description = "Makes an evenly spaced copy of a volume with uneven slices, so that volumes can be measured; the copy is another image with annotations of its own.")
public final class ResampleToEvenSlicesCommand extends StudyCommand {

	@Parameter(label = "Image", persist = false, description = "The volume with uneven slices, by title or id; omitted: the active image.")
	private ImagePlus image;

	@Parameter(label = "Distance (mm)", persist = false, min = "0", description = "Distance between the slices of the copy; 0: the usual one of the volume.")
	private double distance_mm = 0;

	@Override
	protected void execute() throws Exception {
		MedicalImage source = ImagePlusImages.requirePixels(image);
		double step = distance_mm > 0 || source.sliceAxis().isEven() ? distance_mm : EvenSlices.usualStepMm(source);
		MedicalImage even = EvenSlices.resample(source, step, progress().part(0, 0.8));
		show(opener().attach(ImagePlusFactory.open(even), progress().part(0.8, 1)));
	}
}
