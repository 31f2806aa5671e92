package org.annotomy.command.study;

import org.annotomy.image.MedicalImage;
import org.annotomy.image.resample.TiltCorrection;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.imagej.ImagePlusImages;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link TiltCorrection}. */
@Plugin(type = Command.class, visible = false, label = "Straighten Tilted Volume...", description = "Makes an upright copy of a volume whose slices form a slanted stack, as with a tilted gantry; the copy is another image with annotations of its own.")
public final class StraightenTiltedVolumeCommand extends StudyCommand {

	@Parameter(label = "Image", persist = false, description = "The tilted volume, by title or id; omitted: the active image.")
	private ImagePlus image;

	@Override
	protected void execute() throws Exception {
		MedicalImage source = ImagePlusImages.requirePixels(image);
		MedicalImage upright = TiltCorrection.straighten(source, progress().part(0, 0.8));
		show(opener().attach(ImagePlusFactory.open(upright), progress().part(0.8, 1)));
	}
}
