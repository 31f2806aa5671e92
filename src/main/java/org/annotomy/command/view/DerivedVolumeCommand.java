package org.annotomy.command.view;

import java.util.Arrays;
import java.util.List;

import org.annotomy.command.study.StudyCommand;
import org.annotomy.image.DerivedVolume;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueScale;
import org.annotomy.imagej.ImagePlusFactory;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** A command that makes another image of a volume's values, in the same place. */
public abstract class DerivedVolumeCommand extends StudyCommand {

	@Parameter(label = "Image", persist = false, description = "The volume, by title or id; omitted: the active image.")
	private ImagePlus image;

	protected final ImagePlus image() {
		return image;
	}

	/**
	 * Opens the image of new values, with the other one's place.
	 *
	 * @param values of the time point on display, x fastest
	 * @param kind what was done, one word: copies with other values get another name, so that their labels lie apart
	 */
	protected final void showAnother(MedicalImage source, float[] values, String kind, String warning) throws Exception {
		String suffix = String.format("%s-%08x", kind, Arrays.hashCode(values));
		show(DerivedVolume.of(source, values, suffix, warning));
	}

	/** As {@link #showAnother}, for slopes: values per mm, for which the windows of the source are of no use. */
	protected final void showSlopes(MedicalImage source, float[] slopes, String warning) throws Exception {
		String suffix = String.format("gradient-%08x", Arrays.hashCode(slopes));
		String unit = source.scale().unit().isEmpty() ? "" : source.scale().unit() + "/mm";
		show(DerivedVolume.of(source, slopes, suffix, warning).withValues(new ValueScale(1, 0, unit), List.of(), source.facts()));
	}

	private void show(MedicalImage derived) throws Exception {
		show(opener().attach(ImagePlusFactory.open(derived), progress().part(0.8, 1)));
	}
}
