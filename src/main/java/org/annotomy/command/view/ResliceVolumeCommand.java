package org.annotomy.command.view;

import org.annotomy.command.UsesSelection;
import org.annotomy.command.study.StudyCommand;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.resample.Reslice;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.imagej.ImagePlusImages;
import org.annotomy.imagej.view.CutChoice;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link Reslice}. */
@Plugin(type = Command.class, visible = false, label = "Reslice Volume...", description = "Makes a copy of a volume cut along another plane, interpolated; the copy is another image with annotations of its own.")
public final class ResliceVolumeCommand extends StudyCommand implements UsesSelection {

	@Parameter(label = "Image", persist = false, description = "The volume, by title or id; omitted: the active image.")
	private ImagePlus image;

	@Parameter(label = "Plane", persist = false, choices = {"axial", "coronal", "sagittal", "line",
			"normal"}, description = "Along the axes of the volume that are nearest to those of the patient; through the drawn line, at a right angle to the slices; or at a right angle to the normal.")
	private String plane = "coronal";

	@Parameter(label = "Normal", persist = false, description = "For plane=normal: three numbers, to the left, to the back and to the head of the patient.")
	private String normal = "";

	@Parameter(label = "Pixel size (mm)", persist = false, min = "0", description = "Distance of pixels; 0: the smallest distance of voxels.")
	private double pixel_mm = 0;

	@Parameter(label = "Slice distance (mm)", persist = false, min = "0", description = "Distance of slices; 0: that of pixels.")
	private double slice_mm = 0;

	@Override
	protected void execute() throws Exception {
		MedicalImage source = ImagePlusImages.requirePixels(image);
		Reslice.Cut cut = new CutChoice(source).of(plane, normal, image.getRoi());
		MedicalImage copy = Reslice.cut(source, cut, pixel_mm, slice_mm, CutChoice.suffix(plane, cut, pixel_mm, slice_mm),
				progress().part(0, 0.8));
		show(opener().attach(ImagePlusFactory.open(copy), progress().part(0.8, 1)));
	}
}
